namespace Lexicon.Local.CloudFront.Resources;

/// <summary>One of <c>CustomHeadersConfig</c>.</summary>
internal sealed record CustomHeader(string Header, string Value, bool Override);
