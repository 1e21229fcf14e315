namespace Lexicon.Local.Tests.Support;

/// <summary>Waits for what another thread does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Returns when something is so; fails when it is not for long.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        var end = DateTime.UtcNow + Patience;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < end, "It did not happen.");
            await Task.Delay(2);
        }
    }
}
