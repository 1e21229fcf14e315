using System.Globalization;
using System.Text;
using Lexicon.Local.ApiGateway.Templates.Syntax;

namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>
/// A pattern of Java (https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html) as .NET writes it: classes of ASCII,
/// quotations, possessive quantifiers, unions and intersections of classes.
/// </summary>
internal sealed class JavaPattern
{
    private const string Word = "a-zA-Z_0-9";
    private const string Space = @" \t\n\x0B\f\r";

    // What a dot is not.
    private const string LineEnds = @"\n\r\u0085\u2028\u2029";

    private static readonly Dictionary<string, string> Classes = new()
    {
        ["Lower"] = "a-z",
        ["Upper"] = "A-Z",
        ["ASCII"] = @"\x00-\x7F",
        ["Alpha"] = "a-zA-Z",
        ["Digit"] = "0-9",
        ["Alnum"] = "a-zA-Z0-9",
        ["Punct"] = @"!-/:-@\[-`{-~",
        ["Graph"] = "!-~",
        ["Print"] = " -~",
        ["Blank"] = @" \t",
        ["Cntrl"] = @"\x00-\x1F\x7F",
        ["XDigit"] = "0-9a-fA-F",
        ["Space"] = Space,
        ["IsAlphabetic"] = @"\p{L}\p{Nl}",
        ["IsDigit"] = @"\p{Nd}",
        ["IsLetter"] = @"\p{L}",
        ["IsUppercase"] = @"\p{Lu}",
        ["IsLowercase"] = @"\p{Ll}",
        ["IsPunctuation"] = @"\p{P}",
        ["IsWhite_Space"] = @"\s",
        ["javaLowerCase"] = @"\p{Ll}",
        ["javaUpperCase"] = @"\p{Lu}",
        ["javaWhitespace"] = @"\s",
        ["IsLatin"] = @"A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02B8",
    };

    private readonly StringBuilder _net = new();
    private readonly Stack<int> _groups = new();
    private readonly Cursor _cursor;
    private readonly bool _dotIsAll;
    private int _atom;

    private JavaPattern(string java)
    {
        _cursor = new(java);
        _dotIsAll = java.Contains("(?s", StringComparison.Ordinal);
    }

    /// <summary>The pattern as .NET writes it.</summary>
    public static string ToNet(string java)
    {
        var pattern = new JavaPattern(java);
        while (!pattern._cursor.IsAtEnd)
        {
            pattern.ReadNext();
        }

        return pattern._net.ToString();
    }

    private void ReadNext()
    {
        switch (_cursor.Next)
        {
            case '\\':
                ReadEscape();
                break;
            case '[':
                BeginAtom(ReadClass());
                break;
            case '.':
                BeginAtom(_dotIsAll ? "." : $"[^{LineEnds}]");
                _cursor.Position++;
                break;
            case '(':
                _groups.Push(_net.Length);
                _atom = _net.Length;
                Copy();
                break;
            case ')':
                Copy();
                _atom = _groups.TryPop(out var start) ? start : _atom;
                break;
            case '*' or '+' or '?' or '{':
                ReadQuantifier();
                break;
            default:
                _atom = _net.Length;
                Copy();
                break;
        }
    }

    private void BeginAtom(string net)
    {
        _atom = _net.Length;
        _net.Append(net);
    }

    private void Copy() => _net.Append(Take());

    private char Take()
    {
        var next = _cursor.Next;
        _cursor.Position++;
        return next;
    }

    // X*+ gives nothing back, as (?>X*).
    private void ReadQuantifier()
    {
        var start = _cursor.Position;
        if (Take() is '{')
        {
            _cursor.TakeWhile(static character => character is not '}');
            _cursor.Take("}");
        }

        var quantifier = _cursor.Text[start.._cursor.Position];
        if (_net.Length > 0 && _net[^1] is not '(' && _cursor.Take("+"))
        {
            _net.Insert(_atom, "(?>").Append(quantifier).Append(')');
        }
        else
        {
            _net.Append(quantifier).Append(_cursor.Take("?") ? "?" : "");
        }
    }

    private void ReadEscape()
    {
        if (_cursor.Take(@"\Q"))
        {
            while (!_cursor.IsAtEnd && !_cursor.Take(@"\E"))
            {
                BeginAtom(Quoted(Take()));
            }

            return;
        }

        BeginAtom(_cursor.Take(@"\R") ? $@"(?:\r\n|[{LineEnds}\x0B\f])"
            : TakeClass() is var (content, isDenied) ? $"[{(isDenied ? "^" : "")}{content}]"
            : TakeOther());
    }

    // \d, \p{Alpha}, \pL; null: it is another escape.
    private (string Content, bool IsDenied)? TakeClass()
    {
        var name = _cursor.At(1);
        var content = char.ToLowerInvariant(name) switch
        {
            'd' => "0-9",
            'w' => Word,
            's' => Space,
            'h' => @" \t\xA0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000",
            'v' => $@"{LineEnds}\x0B\f",
            _ => null,
        };
        if (content is not null)
        {
            _cursor.Position += 2;
            return (content, char.IsAsciiLetterUpper(name));
        }

        if (name is not ('p' or 'P'))
        {
            return null;
        }

        _cursor.Position += 2;
        var property = _cursor.Take("{") ? _cursor.TakeWhile(static character => character is not '}') : Take().ToString();
        _cursor.Take("}");
        return (Classes.GetValueOrDefault(property) ?? $@"\p{{{property}}}", name is 'P');
    }

    private string TakeOther()
    {
        _cursor.Position++;
        if (_cursor.Take("x{"))
        {
            var code = _cursor.TakeWhile(char.IsAsciiHexDigit);
            _cursor.Expect("}");
            var number = int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return string.Concat(char.ConvertFromUtf32(number).Select(Quoted));
        }

        return _cursor.IsAtEnd ? @"\" : $@"\{Take()}";
    }

    private string ReadClass()
    {
        _cursor.Expect("[");
        var isDenied = _cursor.Take("^");
        var (content, except) = ReadContent();
        return $"[{(isDenied ? "^" : "")}{content}{except}]";
    }

    /// <summary>What a class has up to its end, and what an intersection takes from it.</summary>
    private (string Content, string Except) ReadContent() => _cursor.Nested(() =>
    {
        var content = new StringBuilder();
        var except = "";
        while (!_cursor.Take("]"))
        {
            if (_cursor.IsAtEnd)
            {
                throw _cursor.Mistake("a class of a pattern does not end");
            }

            if (_cursor.Take("&&"))
            {
                // Only what is not in another class can be said in .NET.
                _cursor.Expect("[^");
                except = $"-[{ReadContent().Content}]";
            }
            else if (_cursor.Next is '[')
            {
                content.Append(ReadUnion());
            }
            else
            {
                content.Append(_cursor.Next is '\\' ? ReadEscapeOfClass() : Take().ToString());
            }
        }

        return (content.ToString(), except);
    });

    private string ReadUnion()
    {
        _cursor.Expect("[");
        return _cursor.Next is '^' ? throw _cursor.Mistake("a union with a denied class is not supported") : ReadContent().Content;
    }

    private string ReadEscapeOfClass()
    {
        if (_cursor.Take(@"\Q"))
        {
            var quoted = new StringBuilder();
            while (!_cursor.IsAtEnd && !_cursor.Take(@"\E"))
            {
                quoted.Append(Quoted(Take()));
            }

            return quoted.ToString();
        }

        var start = _cursor.Position;
        return TakeClass() switch
        {
            null => TakeOther(),
            var (content, isDenied) when !isDenied => content,
            _ => _cursor.Text[start.._cursor.Position],
        };
    }

    private static string Quoted(char character) =>
        char.IsAsciiLetterOrDigit(character) || character > '~' ? character.ToString() : $"\\x{(int)character:X2}";
}
