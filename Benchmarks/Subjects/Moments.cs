using System.Diagnostics;

namespace Lexicon.Benchmarks.Subjects;

/// <summary>What happened when, by the machine's monotonic clock: noted for a few nanoseconds, told in a header of the answer.</summary>
internal static class Moments
{
    private static readonly (string Name, long Time)[] s_noted = new (string, long)[64];
    private static int s_count;

    public static void Add(string name) => s_noted[s_count++] = (name, Stopwatch.GetTimestamp());

    public static string Told() => string.Join(';', s_noted.Take(s_count).Select(noted => $"{noted.Name}={noted.Time}"));
}
