using System.Diagnostics;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Waits for what nothing tells of.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Looks again and again; false: it did not become so.</summary>
    public static async Task<bool> IsSoAsync(Func<Task<bool>> isSo)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < Patience)
        {
            if (await isSo())
            {
                return true;
            }

            await Task.Delay(100);
        }

        return false;
    }

    /// <summary>
    /// Looks again for as long as what it sees changes, however slowly; not so: it did not become so, and stood still for as long as one
    /// is patient.
    /// </summary>
    public static async Task<(bool IsSo, T Last)> IsSoWhileItMovesAsync<T>(Func<Task<T>> look, Func<T, bool> isSo)
        where T : IEquatable<T>
    {
        var last = await look();
        var moved = Stopwatch.GetTimestamp();
        while (!isSo(last) && Stopwatch.GetElapsedTime(moved) < Patience)
        {
            await Task.Delay(100);
            var now = await look();
            moved = now.Equals(last) ? moved : Stopwatch.GetTimestamp();
            last = now;
        }

        return (isSo(last), last);
    }
}
