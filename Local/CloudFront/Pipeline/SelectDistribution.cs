using Lexicon.Local.Aws;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Finds the distribution by the host name: its own, one of its aliases, or, for any name of this machine, the first one. A
/// foreign name is refused: a page of anyone could let its own name resolve to this machine.
/// </summary>
internal sealed class SelectDistribution(Distributions distributions) : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        var host = exchange.Request.Host;
        var isOurs = host.Length == 0 || BrowserGuard.IsThisMachine(host);
        exchange.Distribution = distributions.FindByHost(host) ?? (isOurs ? distributions.Default : null);
        if (exchange.Distribution is not { Enabled: true })
        {
            exchange.Refuse(403, "Bad request.");
        }

        return ValueTask.CompletedTask;
    }
}
