using System.Text;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>
/// Patterns and replacements of Java (https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html), within a time.
/// </summary>
internal static class JavaRegex
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Replaces what a pattern matches.</summary>
    public static string Replace(string text, string pattern, string replacement, bool all)
    {
        return Rendering.Bounded(Run(pattern, regex => regex.Replace(text, Replacement(replacement, regex), all ? -1 : 1)));
    }

    /// <summary>Whether a pattern matches the whole of a text.</summary>
    public static bool Matches(string text, string pattern) => Run($@"\A(?:{pattern})\z", regex => regex.IsMatch(text));

    /// <summary>Why a pattern is not valid; null: it is.</summary>
    public static string? Flaw(string pattern)
    {
        try
        {
            return Run(pattern, static _ => (string?)null);
        }
        catch (TemplateException mistake)
        {
            return mistake.Message;
        }
    }

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
            if (match.Index + match.Length > 0)
            {
                parts.Add(text[start..match.Index]);
                start = match.Index + match.Length;
            }
        }

        // A text in which nothing matches is the one part, even if it is empty.
        var least = parts.Count is 0 ? 1 : 0;
        parts.Add(text[start..]);
        while (limit is 0 && parts.Count > least && parts[^1].Length is 0)
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return new JavaList(parts);
    });

    private static T Run<T>(string pattern, Func<Regex, T> use)
    {
        try
        {
            return use(new Regex(JavaPattern.ToNet(pattern), RegexOptions.CultureInvariant, Patience));
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

    // In Java a backslash takes the meaning of what follows away, and $1 is a group, which must be there.
    private static string Replacement(string java, Regex regex)
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
                case '$' when index + 1 < java.Length && regex.GetGroupNumbers().Contains(java[index + 1] - '0'):
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
