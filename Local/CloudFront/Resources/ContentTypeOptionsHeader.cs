namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>ContentTypeOptions</c>.</summary>
internal sealed record ContentTypeOptionsHeader(bool Override);
