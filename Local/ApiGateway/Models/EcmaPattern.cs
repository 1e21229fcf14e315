using System.Text;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// Regular expressions of ECMA 262 (without its flags) in .NET's language: digits, words and their bounds are ASCII, a
/// dollar sign is the very end, a letter that escapes nothing stands for itself
/// (https://262.ecma-international.org/5.1/#sec-15.10).
/// </summary>
internal sealed class EcmaPattern
{
    private const string NotALineEnd = "[^\\n\\r\\u2028\\u2029]";
    private const string AtABound = "(?:(?<=[{0}])(?![{0}])|(?<![{0}])(?=[{0}]))";
    private const string InsideOrOutside = "(?:(?<=[{0}])(?=[{0}])|(?<![{0}])(?![{0}]))";

    // A pattern that takes longer than this for one text does not match it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string pattern;
    private readonly StringBuilder result = new();
    private int at;

    private EcmaPattern(string pattern) => this.pattern = pattern;

    /// <summary>The pattern, ready to match anywhere in a text.</summary>
    /// <exception cref="ModelException">It is none.</exception>
    public static Regex Read(string pattern, Keyword keyword)
    {
        try
        {
            return new(new EcmaPattern(pattern).Translate(), RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException mistake)
        {
            throw keyword.Wrong($"has '{pattern}', which is not a regular expression that can be read: {mistake.Message}");
        }
    }

    /// <summary>Whether this is a regular expression.</summary>
    public static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(new EcmaPattern(text).Translate(), RegexOptions.CultureInvariant, Patience);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string Translate()
    {
        while (at < pattern.Length)
        {
            var next = pattern[at++];
            switch (next)
            {
                case '.':
                    result.Append(NotALineEnd);
                    break;
                case '$':
                    result.Append("\\z");
                    break;
                case '\\':
                    result.Append(Bound() ?? Outside());
                    break;
                case '[':
                    Class();
                    break;
                case '(' when Ahead("?") && !(Ahead("?:") || Ahead("?=") || Ahead("?!") || Ahead("?<")):
                    throw new ArgumentException($"'{pattern[at..]}' begins no group of ECMA 262");
                default:
                    result.Append(next);
                    break;
            }
        }

        return result.ToString();
    }

    private string? Bound()
    {
        var format = Ahead("b") ? AtABound : Ahead("B") ? InsideOrOutside : null;
        at += format is null ? 0 : 1;
        return format?.Replace("{0}", EcmaSets.Word, StringComparison.Ordinal);
    }

    private string Outside()
        => Set() is { } set ? $"[{set}]" : at < pattern.Length && pattern[at] is >= '1' and <= '9' ? $"\\{pattern[at++]}" : Escape();

    // What \d, \w, \s and their opposites stand for; null: another escape is next.
    private string? Set()
    {
        var set = at < pattern.Length ? EcmaSets.Of(pattern[at]) : null;
        at += set is null ? 0 : 1;
        return set;
    }

    private string Escape()
    {
        var letter = at < pattern.Length ? pattern[at++] : throw new ArgumentException("a backslash escapes nothing");
        switch (letter)
        {
            case 't' or 'n' or 'v' or 'f' or 'r':
                return $"\\{letter}";
            case '0':
                return "\\u0000";
            case 'x' when Hex(2) is { } code:
                return $"\\u00{code}";
            case 'u' when Hex(4) is { } code:
                return $"\\u{code}";
            case 'c' when at < pattern.Length && char.IsAsciiLetter(pattern[at]):
                return $"\\u{pattern[at++] % 32:x4}";
            case 'p' or 'P' or 'k':
                throw new ArgumentException($"'\\{letter}' needs a flag that patterns of models do not have");
            default:
                return $"\\u{(int)letter:x4}";
        }
    }

    private string? Hex(int digits)
    {
        if (at + digits > pattern.Length || !pattern.AsSpan(at, digits).ToArray().All(char.IsAsciiHexDigit))
        {
            return null;
        }

        at += digits;
        return pattern[(at - digits)..at];
    }

    private void Class()
    {
        var negated = Ahead("^");
        at += negated ? 1 : 0;
        if (Ahead("]"))
        {
            // Nothing is in an empty class, anything in its opposite.
            at++;
            result.Append(negated ? "[\\s\\S]" : "(?!)");
            return;
        }

        result.Append(negated ? "[^" : "[");
        var afterSet = false;
        while (!Ahead("]"))
        {
            var next = at < pattern.Length ? pattern[at++] : throw new ArgumentException("a class has no end");
            var set = next == '\\' ? Set() : null;

            // A hyphen beside a set is one, not a range.
            var hyphen = next == '-' && (afterSet || (Ahead("\\") && at + 1 < pattern.Length && EcmaSets.Of(pattern[at + 1]) is not null));
            result.Append(set
                ?? (hyphen || next == '[' ? $"\\{next}" : next != '\\' ? $"{next}" : Ahead("b") ? Backspace() : Escape()));
            afterSet = set is not null;
        }

        at++;
        result.Append(']');
    }

    private string Backspace()
    {
        at++;
        return "\\u0008";
    }

    private bool Ahead(string text) => string.CompareOrdinal(pattern, at, text, 0, text.Length) == 0;
}
