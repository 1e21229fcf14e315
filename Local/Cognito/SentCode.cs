namespace Lexicon.Local.Cognito;

/// <summary>A code that Amazon Cognito would send by mail.</summary>
/// <param name="PoolId">The user pool.</param>
/// <param name="To">The address; the user name where there is none.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Code">The code.</param>
internal sealed record SentCode(string PoolId, string To, string Purpose, string Code);
