namespace Lexicon.Local.CloudFront.Resources;

/// <summary>One of <c>RemoveHeadersConfig</c>.</summary>
internal sealed record RemoveHeader(string Header);
