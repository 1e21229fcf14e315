using Lexicon.Local.ApiGateway.Integrations;

namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>A method of a resource: who may call it, what a request must look like and what answers it.</summary>
/// <param name="Name">The HTTP method in capitals, or <c>ANY</c>.</param>
/// <param name="Integration">What answers.</param>
internal sealed record ApiMethod(string Name, IIntegration Integration)
{
    /// <summary>The id of the authorizer that is asked first; null where anyone may call.</summary>
    public string? AuthorizerId { get; init; }

    /// <summary>With a Cognito authorizer: the access token must carry one of these scopes; none: an ID token is expected.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The name that <c>requestContext.operationName</c> carries.</summary>
    public string? OperationName { get; init; }
}
