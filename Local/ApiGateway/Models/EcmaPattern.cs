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
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly string _pattern;
    private readonly StringBuilder _result = new();
    private int _at;

    private EcmaPattern(string pattern) => _pattern = pattern;

    /// <summary>The pattern, ready to match anywhere in a text.</summary>
    /// <exception cref="ModelException">It is not a regular expression.</exception>
    public static Regex Read(string pattern, Keyword keyword)
    {
        try
        {
            return new(new EcmaPattern(pattern).Translate(), RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (ArgumentException mistake)
        {
            throw keyword.Error($"has '{pattern}', which is not a regular expression that can be read: {mistake.Message}");
        }
    }

    /// <summary>Whether this is a regular expression.</summary>
    public static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(new EcmaPattern(text).Translate(), RegexOptions.CultureInvariant, MatchTimeout);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string Translate()
    {
        while (_at < _pattern.Length)
        {
            var next = _pattern[_at++];
            switch (next)
            {
                case '.':
                    _result.Append(NotALineEnd);
                    break;
                case '$':
                    _result.Append("\\z");
                    break;
                case '\\':
                    _result.Append(Bound() ?? Outside());
                    break;
                case '[':
                    Class();
                    break;
                case '(' when IsNext("?") && !(IsNext("?:") || IsNext("?=") || IsNext("?!") || IsNext("?<")):
                    throw new ArgumentException($"'{_pattern[_at..]}' begins no group of ECMA 262");
                default:
                    _result.Append(next);
                    break;
            }
        }

        return _result.ToString();
    }

    private string? Bound()
    {
        var format = IsNext("b") ? AtABound : IsNext("B") ? InsideOrOutside : null;
        _at += format is null ? 0 : 1;
        return format?.Replace("{0}", EcmaSets.Word, StringComparison.Ordinal);
    }

    private string Outside() =>
        Set() is { } set ? $"[{set}]" : _at < _pattern.Length && _pattern[_at] is >= '1' and <= '9' ? $"\\{_pattern[_at++]}" : Escape();

    // What \d, \w, \s and their opposites stand for; null: another escape is next.
    private string? Set()
    {
        var set = _at < _pattern.Length ? EcmaSets.For(_pattern[_at]) : null;
        _at += set is null ? 0 : 1;
        return set;
    }

    private string Escape()
    {
        var letter = _at < _pattern.Length ? _pattern[_at++] : throw new ArgumentException("a backslash escapes nothing");
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
            case 'c' when _at < _pattern.Length && char.IsAsciiLetter(_pattern[_at]):
                return $"\\u{_pattern[_at++] % 32:x4}";
            case 'p' or 'P' or 'k':
                throw new ArgumentException($"'\\{letter}' needs a flag that patterns of models do not have");
            default:
                return $"\\u{(int)letter:x4}";
        }
    }

    private string? Hex(int digits)
    {
        if (_at + digits > _pattern.Length || !_pattern.AsSpan(_at, digits).ToArray().All(char.IsAsciiHexDigit))
        {
            return null;
        }

        _at += digits;
        return _pattern[(_at - digits).._at];
    }

    private void Class()
    {
        var negated = IsNext("^");
        _at += negated ? 1 : 0;
        if (IsNext("]"))
        {
            // Nothing is in an empty class, anything in its opposite.
            _at++;
            _result.Append(negated ? "[\\s\\S]" : "(?!)");
            return;
        }

        _result.Append(negated ? "[^" : "[");
        var afterSet = false;
        while (!IsNext("]"))
        {
            var next = _at < _pattern.Length ? _pattern[_at++] : throw new ArgumentException("a class has no end");
            var set = next == '\\' ? Set() : null;

            // A hyphen next to a set is a hyphen, not a range.
            var hyphen = next == '-'
                && (afterSet || (IsNext("\\") && _at + 1 < _pattern.Length && EcmaSets.For(_pattern[_at + 1]) is not null));
            _result.Append(set
                ?? (hyphen || next == '[' ? $"\\{next}" : next != '\\' ? $"{next}" : IsNext("b") ? Backspace() : Escape()));
            afterSet = set is not null;
        }

        _at++;
        _result.Append(']');
    }

    private string Backspace()
    {
        _at++;
        return "\\u0008";
    }

    private bool IsNext(string text) => string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;
}
