using Microsoft.IdentityModel.JsonWebTokens;

namespace Lexicon.Local.CognitoIdentity;

/// <summary>A token that proves who somebody is.</summary>
/// <param name="Provider">The provider's name, as the request has it.</param>
/// <param name="ClientId">Whom the token is for.</param>
/// <param name="Claims">The token.</param>
internal sealed record LoginToken(string Provider, string ClientId, JsonWebToken Claims)
{
    /// <summary>Who it is, of all that this provider knows.</summary>
    public string Subject => Claims.Subject;

    /// <summary>As the identity's policies and API Gateway's events have it.</summary>
    public string AuthenticationProvider => $"{Provider},{Provider}:CognitoSignIn:{Subject}";

    /// <summary>The values of a claim; none where the token lacks it.</summary>
    public IReadOnlyList<string> Values(string claim) =>
        [.. Claims.Claims.Where(one => one.Type == claim).Select(one => one.Value)];
}
