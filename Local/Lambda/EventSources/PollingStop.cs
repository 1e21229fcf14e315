namespace Lexicon.Local.Lambda.EventSources;

/// <summary>The two ways in which a poller ends.</summary>
internal sealed class PollingStop : IDisposable
{
    private readonly CancellationTokenSource _gently = new();
    private readonly CancellationTokenSource _atOnce = new();

    /// <summary>Nothing new is begun: what the function works on is waited for.</summary>
    public CancellationToken Gently => _gently.Token;

    /// <summary>Nothing is waited for: what the function works on is delivered again after the next start.</summary>
    public CancellationToken AtOnce => _atOnce.Token;

    /// <summary>Ends it gently.</summary>
    public Task EndAsync() => _gently.CancelAsync();

    /// <summary>Ends it at once.</summary>
    public async Task AbortAsync()
    {
        await _atOnce.CancelAsync();
        await _gently.CancelAsync();
    }

    public void Dispose()
    {
        _gently.Dispose();
        _atOnce.Dispose();
    }
}
