using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// The formats of draft 4 (https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00#section-7.3); any other
/// is a remark.
/// </summary>
internal static partial class Formats
{
    /// <summary>The formats by name.</summary>
    public static FrozenDictionary<string, Format> All { get; } = new Dictionary<string, Format>
    {
        ["date-time"] = new(
            "invalid against requested date format(s) [yyyy-MM-dd'T'HH:mm:ssZ, yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z]", IsTime),
        ["email"] = new("not a valid email address", text => MailAddress.TryCreate(text, out var address) && address.Address == text),
        ["hostname"] = new("not a valid hostname", text => text.Length <= 253 && Hostname().IsMatch(text)),
        ["ipv4"] = new("not a valid IPv4 address", text => Ipv4().IsMatch(text)),
        ["ipv6"] = new("not a valid IPv6 address", text => Ipv6().IsMatch(text)
            && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6),
        ["regex"] = new("not a valid ECMA 262 regular expression", EcmaPattern.IsPattern),
        ["uri"] = new("not a valid URI", text => WithScheme().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _)),
    }.ToFrozenDictionary();

    // The fraction of a second may be longer than .NET's.
    private static bool IsTime(string text) => Time().Match(text) is { Success: true } match
        && DateTimeOffset.TryParseExact(
            match.Groups[1].Value.ToUpperInvariant() + match.Groups[2].Value.ToUpperInvariant(),
            ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _);

    [GeneratedRegex(
        @"^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,12})?([Zz]|[+-][0-9]{2}:?[0-9]{2})\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?!-)[A-Za-z0-9-]{1,63}(?<!-)(?:\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*\z")]
    private static partial Regex Hostname();

    [GeneratedRegex(@"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!\z)|\z)){4}\z")]
    private static partial Regex Ipv4();

    [GeneratedRegex(@"^[0-9A-Fa-f:.]+\z")]
    private static partial Regex Ipv6();

    // .NET takes the path of a file for an address, too.
    [GeneratedRegex("""^[A-Za-z][A-Za-z0-9+.-]*:[^\s\\<>"{}|^`]*\z""")]
    private static partial Regex WithScheme();
}
