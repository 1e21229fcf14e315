using Lexicon.Local.ApiGateway.Integrations;

namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>A method of a resource: who may call it, what a request must look like and what responds to it.</summary>
/// <param name="Name">The HTTP method in capitals, or <c>ANY</c>.</param>
/// <param name="Integration">What responds.</param>
internal sealed record ApiMethod(string Name, IIntegration Integration)
{
    /// <summary>Who is asked whether a request may continue; null where anyone may call.</summary>
    public IAuthorizer? Authorizer { get; init; }

    /// <summary>With a Cognito authorizer: an access token must carry one of these scopes; none: an ID token is due.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether a request needs an API key.</summary>
    public bool ApiKeyRequired { get; init; }

    /// <summary>What of a request is validated; null: nothing.</summary>
    public RequestValidator? Validator { get; init; }

    /// <summary>The parameters that must be there, such as <c>method.request.querystring.limit</c>.</summary>
    public IReadOnlyList<string> RequiredParameters { get; init; } = [];

    /// <summary>The names of the models that bodies must follow, by media type; <c>$default</c> is any other.</summary>
    public IReadOnlyDictionary<string, string> Models { get; init; } = new Dictionary<string, string>();

    /// <summary>The name that <c>requestContext.operationName</c> carries.</summary>
    public string? OperationName { get; init; }
}
