using Microsoft.AspNetCore.Builder;

namespace Lexicon.Local.Hosting;

/// <summary>The server while it serves. Disposed, it takes no request any more and waits a moment for those that it has taken.</summary>
internal sealed class Serving(WebApplication server) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private bool _ended;

    public async ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        using var impatient = new CancellationTokenSource(Patience);
        await server.StopAsync(impatient.Token);
        await server.DisposeAsync();
    }
}
