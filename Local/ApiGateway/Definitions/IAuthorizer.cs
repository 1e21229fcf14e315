using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>Decides whether a request may continue to the integration.</summary>
internal interface IAuthorizer
{
    /// <summary>Lets the request pass (null) and sets <see cref="Exchange.Authorizer"/>, or ends it with a failure.</summary>
    Task<GatewayFailure?> AuthorizeAsync(Exchange exchange, CancellationToken cancellation);
}
