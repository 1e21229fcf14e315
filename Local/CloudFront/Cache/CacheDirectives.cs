using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>
/// The directives of <c>Cache-Control</c>, read one by one (https://www.rfc-editor.org/rfc/rfc9111#section-5.2): what cannot be
/// read is ignored alone, and the rest of its line counts.
/// </summary>
internal sealed class CacheDirectives
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html: "The maximum value is 100 years."
    private const long Longest = 3_153_600_000;
    private const string Blanks = " \t";

    private readonly List<(string Name, string? Argument)> _read = [];

    private CacheDirectives()
    {
    }

    /// <summary>Reads every line of the header.</summary>
    public static CacheDirectives Read(StringValues lines)
    {
        var directives = new CacheDirectives();
        foreach (var line in lines)
        {
            directives.ReadLine(line ?? "");
        }

        return directives;
    }

    /// <summary>Whether a directive is there. An argument that cannot be read does not take it away.</summary>
    public bool Has(string name) => _read.Exists(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first readable number of seconds of a directive; null: there is none.</summary>
    public TimeSpan? Seconds(string name) => _read
        .Where(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(one => Number(one.Argument))
        .FirstOrDefault(number => number is not null);

    private static TimeSpan? Number(string? argument)
    {
        if (argument is not { Length: > 0 } digits || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        // A number that is too large is the largest one (RFC 9111 section 1.2.2).
        var known = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        return TimeSpan.FromSeconds(known ? Math.Min(seconds, Longest) : Longest);
    }

    private void ReadLine(string line)
    {
        for (var start = 0; start < line.Length;)
        {
            var end = EndOf(line, start);
            Add(line[start..end].Trim(Blanks[0], Blanks[1]));
            start = end + 1;
        }
    }

    private void Add(string directive)
    {
        var length = TokenLength(directive);
        if (length > 0)
        {
            _read.Add((directive[..length], directive.ElementAtOrDefault(length) == '=' ? Argument(directive[(length + 1)..]) : null));
        }
    }

    private static string? Argument(string text) =>
        text.StartsWith('"')
            ? Closing(text, 0) == text.Length - 1 ? text[1..^1].Replace("\\", "", StringComparison.Ordinal) : null
            : TokenLength(text) == text.Length ? text : null;

    // A comma ends a directive, but not within a quoted string. A quotation mark begins one only as an argument and only if
    // it is closed: else one forgotten mark would hide whatever follows it.
    private static int EndOf(string line, int start)
    {
        for (var i = start; i < line.Length; i++)
        {
            if (line[i] == ',')
            {
                return i;
            }

            if (line[i] == '"' && IsArgument(line[start..i]) && Closing(line, i) is var close and >= 0)
            {
                i = close;
            }
        }

        return line.Length;
    }

    private static bool IsArgument(string before)
    {
        var name = before.TrimStart(Blanks[0], Blanks[1]);
        return name.Length > 1 && name[^1] == '=' && TokenLength(name) == name.Length - 1;
    }

    /// <summary>Whether a token may have the letter: https://www.rfc-editor.org/rfc/rfc9110.html#section-5.6.2.</summary>
    public static bool IsOfToken(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter, StringComparison.Ordinal);

    private static int Closing(string text, int opening)
    {
        for (var i = opening + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return i;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static int TokenLength(string text)
    {
        var length = 0;
        while (length < text.Length && IsOfToken(text[length]))
        {
            length++;
        }

        return length;
    }
}
