namespace Lexicon.Local.CloudFront.Policies;

/// <summary>One header of a response headers policy.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Value">The header's value.</param>
/// <param name="Override">Whether it replaces the origin's.</param>
internal sealed record PolicyHeader(string Name, string Value, bool Override);
