using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>What answers the requests of a method.</summary>
internal interface IIntegration
{
    /// <summary>Sets <see cref="Exchange.Answer"/> (null), or answers what the request ends with.</summary>
    Task<GatewayFailure?> AnswerAsync(Exchange exchange, CancellationToken cancellation);
}
