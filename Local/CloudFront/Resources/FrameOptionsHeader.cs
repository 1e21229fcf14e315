namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>FrameOptions</c>.</summary>
internal sealed record FrameOptionsHeader(string FrameOption, bool Override);
