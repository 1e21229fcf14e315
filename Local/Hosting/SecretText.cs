using System.Text.RegularExpressions;

namespace Lexicon.Local.Hosting;

/// <summary>Any text without what can be told to be secret by itself: tokens, credentials of HTTP, queries of addresses.</summary>
internal static partial class SecretText
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Hidden = "***";

    /// <summary>The text without them.</summary>
    public static string Hide(string text) =>
        SecretQuery.HideWithin(Credentials().Replace(Token().Replace(text, Hidden), $"$1 {Hidden}"));

    /// <summary>The value of a header; of one that is secret no more than the scheme.</summary>
    public static string HideHeader(string name, string value) =>
        !SecretNames.Contain(name) ? Hide(value)
        : Scheme().Match(value) is { Success: true } scheme ? $"{scheme.Value} {Hidden}"
        : Hidden;

    // A JSON Web Token: three parts in base64url, the first of which is the beginning of a JSON object (RFC 7519).
    [GeneratedRegex(@"eyJ[\w-]{5,}\.[\w-]+\.[\w-]*")]
    private static partial Regex Token();

    [GeneratedRegex(@"\b(Bearer|Basic)\s+[\w.~+/=-]{8,}", RegexOptions.IgnoreCase)]
    private static partial Regex Credentials();

    [GeneratedRegex(@"^(Bearer|Basic|Digest|AWS4-[A-Z0-9-]+)(?=\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
