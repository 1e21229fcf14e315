namespace Lexicon.Local.Cognito.Tokens;

/// <summary>The tokens of one grant.</summary>
internal sealed record IssuedTokens(string IdToken, string AccessToken, string RefreshToken, int ExpiresIn);
