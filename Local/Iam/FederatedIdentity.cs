namespace Lexicon.Local.Iam;

/// <summary>
/// Somebody who proved who they are to an identity pool
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html).
/// </summary>
/// <param name="Provider">Who vouches for them: <c>cognito-identity.amazonaws.com</c>.</param>
/// <param name="PoolId">The identity pool.</param>
/// <param name="IdentityId">The identity in it.</param>
/// <param name="AuthenticationProvider">
/// Where they signed in, <c>PROVIDER,PROVIDER:CognitoSignIn:SUB</c>; null for a guest.
/// </param>
internal sealed record FederatedIdentity(string Provider, string PoolId, string IdentityId, string? AuthenticationProvider)
{
    /// <summary>Whether they signed in; a guest did not.</summary>
    public bool IsAuthenticated => AuthenticationProvider is not null;

    /// <summary>
    /// The condition keys that trust policies and permissions compare
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif).
    /// </summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Values)> Keys =>
    [
        ($"{Provider}:aud", [PoolId]),
        ($"{Provider}:sub", [IdentityId]),
        ($"{Provider}:amr", AuthenticationProvider is null ? ["unauthenticated"] : ["authenticated", .. AuthenticationProvider.Split(',')]),
    ];
}
