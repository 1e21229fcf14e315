using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Who signed a request: <c>$context.identity</c> of it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#context-variable-reference).
/// </summary>
/// <param name="Caller">Who it is.</param>
/// <param name="AccessKey">The access key that signed.</param>
internal sealed record RequestSigner(Caller Caller, string AccessKey)
{
    /// <summary>The identity of an identity pool; null of who has credentials without one, as are the other three.</summary>
    public string? CognitoIdentityId => Caller.Identity?.IdentityId;

    /// <summary>The identity pool.</summary>
    public string? CognitoIdentityPoolId => Caller.Identity?.PoolId;

    /// <summary>Whether the identity signed in.</summary>
    public string? CognitoAuthenticationType =>
        Caller.Identity is { } identity ? identity.IsAuthenticated ? "authenticated" : "unauthenticated" : null;

    /// <summary>Where it signed in, and as whom.</summary>
    public string? CognitoAuthenticationProvider => Caller.Identity?.AuthenticationProvider;
}
