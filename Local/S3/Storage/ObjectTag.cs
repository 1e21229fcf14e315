namespace Lexicon.Local.S3;

/// <summary>One tag of an object.</summary>
internal sealed record ObjectTag(string Key, string Value);
