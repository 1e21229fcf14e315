using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// The one response template that is read: the CDK writes it into preflights of several origins, to return the
/// request's origin where that is one of them.
/// </summary>
internal static partial class CorsOriginTemplate
{
    /// <summary>The origins of such a template; null: it is another one.</summary>
    public static IReadOnlyList<string>? ParseOrigins(string template) => Template().Match(template) is { Success: true } match
        ? [.. match.Groups["origin"].Captures.Select(capture => capture.Value)]
        : null;

    [GeneratedRegex("""
        ^\s*\#set\(\$origin\ =\ \$input\.params\(\)\.header\.get\("Origin"\)\)
        \s*\#if\(\$origin\ ==\ ""\)\s*\#set\(\$origin\ =\ \$input\.params\(\)\.header\.get\("origin"\)\)\s*\#end
        \s*\#if\((?:\ ?(?:\|\|)?\ ?\$origin\ ==\ "(?<origin>[^"$#]+)")+\)
        \s*\#set\(\$context\.responseOverride\.header\.Access-Control-Allow-Origin\ =\ \$origin\)\s*\#end\s*$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Template();
}
