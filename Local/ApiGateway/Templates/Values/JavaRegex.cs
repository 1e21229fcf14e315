using System.Text;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>
/// Patterns and replacements of Java (https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html), within a time.
/// </summary>
internal static class JavaRegex
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Classes that .NET has no name for.
    private static readonly (string Java, string Net)[] Classes =
    [
        (@"\p{Alpha}", "[a-zA-Z]"), (@"\p{Digit}", "[0-9]"), (@"\p{Alnum}", "[a-zA-Z0-9]"), (@"\p{Upper}", "[A-Z]"),
        (@"\p{Lower}", "[a-z]"), (@"\p{Space}", @"\s"), (@"\p{Punct}", @"[!-/:-@\[-`{-~]"),
    ];

    /// <summary>Replaces what a pattern matches.</summary>
    public static string Replace(string text, string pattern, string replacement, bool all)
    {
        var net = Replacement(replacement);
        return Rendering.Bounded(Run(pattern, regex => regex.Replace(text, net, all ? -1 : 1)));
    }

    /// <summary>Replaces what a pattern of .NET matches.</summary>
    public static string Convert(string text, string pattern, MatchEvaluator convert) =>
        Run(pattern, regex => regex.Replace(text, convert));

    /// <summary>Whether a pattern matches the whole of a text.</summary>
    public static bool Matches(string text, string pattern) => Run($@"\A(?:{pattern})\z", regex => regex.IsMatch(text));

    /// <summary>The parts of a text; without a limit, empty ones at its end are left out.</summary>
    public static JavaList Split(string text, string pattern, int limit) => Run(pattern, regex =>
    {
        List<string> parts = [];
        var start = 0;
        foreach (Match match in regex.Matches(text))
        {
            if (limit > 0 && parts.Count == limit - 1)
            {
                break;
            }

            // A match of nothing at the beginning makes no empty part.
            if (match.Index + match.Length > 0 && !(match.Length is 0 && match.Index >= text.Length))
            {
                parts.Add(text[start..match.Index]);
                start = match.Index + match.Length;
            }
        }

        parts.Add(text[start..]);
        while (limit is 0 && parts.Count > 1 && parts[^1].Length is 0)
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return new JavaList(parts);
    });

    private static T Run<T>(string pattern, Func<Regex, T> use)
    {
        try
        {
            var net = Classes.Aggregate(pattern, (text, one) => text.Replace(one.Java, one.Net, StringComparison.Ordinal));
            return use(new Regex(net, RegexOptions.CultureInvariant, Patience));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new TemplateException($"the pattern '{pattern}' takes too long");
        }
        catch (RegexParseException mistake)
        {
            throw new TemplateException($"the pattern '{pattern}' is not valid: {mistake.Message}");
        }
    }

    // In Java a backslash takes the meaning of what follows away, and $1 is a group.
    private static string Replacement(string java)
    {
        var net = new StringBuilder();
        for (var index = 0; index < java.Length; index++)
        {
            switch (java[index])
            {
                case '\\' when index + 1 < java.Length:
                    net.Append(java[++index] is '$' ? "$$" : java[index].ToString());
                    break;
                case '\\':
                    throw new TemplateException("a replacement ends with a backslash");
                case '$' when index + 1 < java.Length && char.IsAsciiDigit(java[index + 1]):
                    net.Append("${").Append(java[++index]).Append('}');
                    break;
                case '$' when index + 1 < java.Length && java[index + 1] is '{':
                    net.Append('$');
                    break;
                case '$':
                    throw new TemplateException("a replacement refers to no group");
                default:
                    net.Append(java[index]);
                    break;
            }
        }

        return net.ToString();
    }
}
