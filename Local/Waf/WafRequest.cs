namespace Lexicon.Local.Waf;

/// <summary>What a web ACL sees of a request.</summary>
/// <param name="Address">Where it came from.</param>
/// <param name="Header">The value of a header, or null.</param>
internal sealed record WafRequest(string Address, Func<string, string?> Header);
