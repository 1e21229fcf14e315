using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>What responds to the requests of a method.</summary>
internal interface IIntegration
{
    /// <summary>Sets <see cref="Exchange.Response"/> (null), or ends the request with a failure.</summary>
    Task<GatewayFailure?> RespondAsync(Exchange exchange, CancellationToken cancellation);
}
