namespace Lexicon.Local.S3.Storage;

/// <summary>One tag of an object.</summary>
internal sealed record ObjectTag(string Key, string Value);
