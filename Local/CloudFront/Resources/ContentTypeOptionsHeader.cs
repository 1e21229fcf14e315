namespace Lexicon.Local.CloudFront;

/// <summary><c>ContentTypeOptions</c>.</summary>
internal sealed record ContentTypeOptionsHeader(bool Override);
