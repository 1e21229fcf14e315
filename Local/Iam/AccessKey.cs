namespace Lexicon.Local.Iam;

/// <summary>What is known of the access key that a request names.</summary>
/// <param name="Standing">Whether it can be used.</param>
/// <param name="Secret">The secret that must have signed.</param>
/// <param name="Caller">Who signs with it.</param>
internal sealed record AccessKey(AccessKeyStanding Standing, string Secret, Caller Caller);
