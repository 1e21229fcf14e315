using System.Diagnostics;

namespace Lexicon.Benchmarks.MeasuredFunctions;

/// <summary>What happened when, by the machine's monotonic clock: noted for a few nanoseconds, told in a header of the answer.</summary>
internal static class Moments
{
    private static readonly (string Name, long Time)[] Noted = new (string, long)[64];
    private static int _count;

    public static void Add(string name) => Noted[_count++] = (name, Stopwatch.GetTimestamp());

    public static string Told() => string.Join(';', Noted.Take(_count).Select(noted => $"{noted.Name}={noted.Time}"));
}
