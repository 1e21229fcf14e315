namespace Lexicon.Local.CloudFront.Facts;

/// <summary>An object in a cache.</summary>
/// <param name="Distribution">The id of its distribution.</param>
/// <param name="Path">With what the key has of the query string.</param>
/// <param name="Status">The status that it is served with.</param>
/// <param name="Encoding">How it is compressed; empty: it is not.</param>
/// <param name="Bytes">The length of its body.</param>
/// <param name="Since">When it was fetched, less the age that it had.</param>
/// <param name="FreshUntil">Until when it is served without asking.</param>
internal sealed record EdgeObjectFacts(
    string Distribution, string Path, int Status, string Encoding, long Bytes, DateTimeOffset Since, DateTimeOffset FreshUntil);
