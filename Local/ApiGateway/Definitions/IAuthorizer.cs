using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>Decides whether a request may go on to the integration.</summary>
internal interface IAuthorizer
{
    /// <summary>
    /// Lets the request pass (null) and sets <see cref="Exchange.Authorizer"/>, or answers what it ends with.
    /// </summary>
    Task<GatewayFailure?> AuthorizeAsync(Exchange exchange, CancellationToken cancellation);
}
