namespace Lexicon.Local.Cognito.Tokens;

/// <summary>What a sign-in is worth: who signed in, where, when and for what.</summary>
/// <param name="ClientId">The client that the tokens are for.</param>
/// <param name="UserName">The user name (<c>cognito:username</c>).</param>
/// <param name="RefreshToken">cognito-local's refresh token for this sign-in.</param>
/// <param name="SignedInAt">When the password was given (<c>auth_time</c>), in seconds since 1970.</param>
/// <param name="Scope">The scopes of the access token, separated by blanks.</param>
/// <param name="Nonce">The <c>nonce</c> of the authorization request (OpenID Connect Core, section 2).</param>
internal sealed record Grant(
    string ClientId, string UserName, string RefreshToken, long SignedInAt, string Scope, string? Nonce = null);
