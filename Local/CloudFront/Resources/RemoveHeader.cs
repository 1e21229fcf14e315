namespace Lexicon.Local.CloudFront;

/// <summary>One of <c>RemoveHeadersConfig</c>.</summary>
internal sealed record RemoveHeader(string Header);
