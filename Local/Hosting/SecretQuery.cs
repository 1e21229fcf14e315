using System.Text.RegularExpressions;

namespace Lexicon.Local.Hosting;

/// <summary>A query string, or a form, without what only its sender may know: tickets, tokens, codes, signatures.</summary>
internal static partial class SecretQuery
{
    /// <summary>The query, each secret value in it replaced.</summary>
    public static string Hide(string query) => Parameter().Replace(query, Shown);

    /// <summary>A text in which addresses may be, each secret value of their queries replaced.</summary>
    public static string HideWithin(string text) => ParameterWithin().Replace(text, Shown);

    private static string Shown(Match parameter) =>
        SecretNames.Contain(Uri.UnescapeDataString(parameter.Groups["name"].Value))
            ? $"{parameter.Groups["name"].Value}=***"
            : parameter.Value;

    [GeneratedRegex("(?<=^|[?&])(?<name>[^=&?]+)=[^&]*")]
    private static partial Regex Parameter();

    [GeneratedRegex("""(?<=^|[?&#;:\s])(?<name>[^=&?#;:\s"'<>]+)=["']?[^&#\s"'<>]+""")]
    private static partial Regex ParameterWithin();
}
