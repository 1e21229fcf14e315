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
}
