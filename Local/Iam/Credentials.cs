namespace Lexicon.Local.Iam;

/// <summary>Temporary credentials of a role, as STS issues them.</summary>
/// <param name="AccessKeyId">Begins with <c>ASIA</c>.</param>
/// <param name="SecretAccessKey">The secret that signs.</param>
/// <param name="SessionToken">Must accompany every signed request.</param>
internal sealed record Credentials(string AccessKeyId, string SecretAccessKey, string SessionToken);
