namespace Lexicon.Local.CloudFront;

/// <summary><c>FrameOptions</c>.</summary>
internal sealed record FrameOptionsHeader(string FrameOption, bool Override);
