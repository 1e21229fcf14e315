using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>What is honored of <c>AWS::Cognito::UserPoolClient</c>. A property without a member is refused by name.</summary>
internal sealed record UserPoolClientProperties
{
    public required string UserPoolId { get; init; }

    public string? ClientName { get; init; }

    public bool AllowedOAuthFlowsUserPoolClient { get; init; }

    public IReadOnlyList<string> AllowedOAuthFlows { get; init; } = [];

    public IReadOnlyList<string> AllowedOAuthScopes { get; init; } = [];

    public IReadOnlyList<string> CallbackURLs { get; init; } = [];

    public IReadOnlyList<string> LogoutURLs { get; init; } = [];

    public IReadOnlyList<string> ExplicitAuthFlows { get; init; } = [];

    public IReadOnlyList<string> SupportedIdentityProviders { get; init; } = [];

    public bool GenerateSecret { get; init; }

    public string PreventUserExistenceErrors { get; init; } = "LEGACY";

    public int? AccessTokenValidity { get; init; }

    public int? IdTokenValidity { get; init; }

    public int? RefreshTokenValidity { get; init; }

    public TokenUnits TokenValidityUnits { get; init; } = new();

    [Ignored("a revoked refresh token is always refused; access tokens live on to their end")]
    public bool? EnableTokenRevocation { get; init; }

    [Ignored("challenges last as long as the runner")]
    public int? AuthSessionValidity { get; init; }

    [Ignored("the first callback URL is never assumed: each request names its own")]
    public string? DefaultRedirectURI { get; init; }

    [Ignored("every attribute can be read by the client locally")]
    public JsonNode? ReadAttributes { get; init; }

    [Ignored("every attribute can be written by the client locally")]
    public JsonNode? WriteAttributes { get; init; }

    [Ignored("threat protection needs AWS's traffic")]
    public bool? EnablePropagateAdditionalUserContextData { get; init; }

    /// <summary>The units of the token validities: <c>seconds</c>, <c>minutes</c>, <c>hours</c> or <c>days</c>.</summary>
    internal sealed record TokenUnits
    {
        public string AccessToken { get; init; } = "hours";

        public string IdToken { get; init; } = "hours";

        public string RefreshToken { get; init; } = "days";
    }
}
