namespace Lexicon.Local.Aws.Signatures;

/// <summary>What a signature should have been made of.</summary>
internal sealed record Expectation(string AccessKeyId, string CanonicalRequest, string StringToSign, string Provided);
