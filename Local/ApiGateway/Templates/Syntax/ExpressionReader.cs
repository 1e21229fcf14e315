using System.Globalization;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>Reads expressions: what is between the parentheses of directives and methods.</summary>
internal sealed partial class ExpressionReader
{
    // What binds least comes first; each row has the symbols and the words for the same.
    private static readonly (string Written, string Symbol)[][] Operators =
    [
        [("||", "||"), ("or", "||")],
        [("&&", "&&"), ("and", "&&")],
        [("==", "=="), ("!=", "!="), ("eq", "=="), ("ne", "!=")],
        [("<=", "<="), (">=", ">="), ("<", "<"), (">", ">"), ("le", "<="), ("ge", ">="), ("lt", "<"), ("gt", ">")],
        [("+", "+"), ("-", "-")],
        [("*", "*"), ("/", "/"), ("%", "%")],
    ];

    private readonly Cursor _cursor;
    private readonly IReadOnlySet<string> _macros;
    private readonly ReferenceReader _references;

    /// <summary>A reader at a place of a template.</summary>
    /// <param name="cursor">The place.</param>
    /// <param name="macros">The names of the macros that strings may call.</param>
    public ExpressionReader(Cursor cursor, IReadOnlySet<string> macros)
    {
        _cursor = cursor;
        _macros = macros;
        _references = new(cursor, this);
    }

    /// <summary>The reader of references at the same place.</summary>
    public ReferenceReader References => _references;

    /// <summary>An expression.</summary>
    public Expression Read() => _cursor.Nested(() => ReadBinary(0));

    /// <summary>Expressions between commas, and the closing mark.</summary>
    public List<Expression> ReadList(string end)
    {
        List<Expression> items = [];
        _cursor.SkipSpace();
        while (!_cursor.Take(end))
        {
            items.Add(Read());
            _cursor.SkipSpace();
            if (!_cursor.Sees(end))
            {
                _cursor.Expect(",");
                _cursor.SkipSpace();
            }
        }

        return items;
    }

    /// <summary>A value without operators.</summary>
    public Expression ReadPrimary()
    {
        _cursor.SkipSpace();
        switch (_cursor.Next)
        {
            case '$':
                var start = _cursor.Position;
                return _references.TryRead() is var (reference, _)
                    ? new ReferenceExpression(reference, _cursor.Text[start.._cursor.Position])
                    : throw _cursor.Mistake("a reference is expected");
            case '"' or '\'':
                return ReadString();
            case '[':
                return ReadListOrRange();
            case '{':
                return ReadMap();
            case '(':
                _cursor.Position++;
                var inner = Read();
                _cursor.SkipSpace();
                _cursor.Expect(")");
                return inner;
            case >= '0' and <= '9' or '-':
                return ReadNumber();
            default:
                return TakeWord("true") ? new Literal(true)
                    : TakeWord("false") ? new Literal(false)
                    : throw _cursor.Mistake("a value is expected");
        }
    }

    private Expression ReadBinary(int level)
    {
        if (level == Operators.Length)
        {
            return ReadUnary();
        }

        var left = ReadBinary(level + 1);
        while (TakeOperator(Operators[level]) is { } symbol)
        {
            left = new BinaryExpression(symbol, left, ReadBinary(level + 1));
        }

        return left;
    }

    private Expression ReadUnary()
    {
        _cursor.SkipSpace();
        return _cursor.Take("!") || TakeWord("not") ? new NotExpression(_cursor.Nested(ReadUnary)) : ReadPrimary();
    }

    private string? TakeOperator((string Written, string Symbol)[] operators)
    {
        _cursor.SkipSpace();
        foreach (var (written, symbol) in operators)
        {
            if (char.IsAsciiLetter(written[0]) ? TakeWord(written) : _cursor.Take(written))
            {
                return symbol;
            }
        }

        return null;
    }

    private bool TakeWord(string word) =>
        _cursor.Sees(word) && !char.IsAsciiLetterOrDigit(_cursor.At(word.Length)) && _cursor.Take(word);

    // A backslash escapes nothing but \uXXXX in double quotes; a quotation mark in a string is written twice.
    private Expression ReadString()
    {
        var quote = _cursor.Next;
        _cursor.Position++;
        var content = "";
        while (true)
        {
            content += _cursor.TakeWhile(character => character != quote);
            if (_cursor.IsAtEnd)
            {
                throw _cursor.Mistake("a string does not end");
            }

            _cursor.Position++;
            if (_cursor.Next != quote)
            {
                break;
            }

            content += quote;
            _cursor.Position++;
        }

        content = quote is '"' ? CodePoint().Replace(content, CharacterOf) : content;
        return quote is '"' && content.AsSpan().ContainsAny('$', '#')
            ? new InterpolatedString(_cursor.Nested(() => new TemplateReader(content, _macros).Read()))
            : new Literal(content);
    }

    private Expression ReadListOrRange()
    {
        _cursor.Expect("[");
        _cursor.SkipSpace();
        if (_cursor.Take("]"))
        {
            return new ListLiteral([]);
        }

        var first = Read();
        _cursor.SkipSpace();
        if (_cursor.Take(".."))
        {
            var last = Read();
            _cursor.SkipSpace();
            _cursor.Expect("]");
            return new RangeLiteral(first, last);
        }

        if (_cursor.Take("]"))
        {
            return new ListLiteral([first]);
        }

        _cursor.Expect(",");
        return new ListLiteral([first, .. ReadList("]")]);
    }

    private MapLiteral ReadMap()
    {
        _cursor.Expect("{");
        List<(Expression, Expression)> entries = [];
        _cursor.SkipSpace();
        while (!_cursor.Take("}"))
        {
            var key = Read();
            _cursor.SkipSpace();
            _cursor.Expect(":");
            entries.Add((key, Read()));
            _cursor.SkipSpace();
            if (!_cursor.Sees("}"))
            {
                _cursor.Expect(",");
                _cursor.SkipSpace();
            }
        }

        return new(entries);
    }

    private Literal ReadNumber()
    {
        var start = _cursor.Position;
        _cursor.Take("-");
        var whole = _cursor.TakeWhile(char.IsAsciiDigit);
        var isWhole = !(_cursor.Next is '.' && char.IsAsciiDigit(_cursor.At(1)));
        if (!isWhole)
        {
            _cursor.Position++;
            _cursor.TakeWhile(char.IsAsciiDigit);
        }

        if (Exponent().Match(_cursor.Text, _cursor.Position) is { Success: true, Length: var length })
        {
            isWhole = false;
            _cursor.Position += length;
        }

        var text = _cursor.Text[start.._cursor.Position];
        return whole.Length is 0 ? throw _cursor.Mistake("a number is expected")
            : isWhole && int.TryParse(text, CultureInfo.InvariantCulture, out var small) ? new(small)
            : isWhole && long.TryParse(text, CultureInfo.InvariantCulture, out var large) ? new(large)
            : new(double.Parse(text, CultureInfo.InvariantCulture));
    }

    private static string CharacterOf(Match escape) => ((char)Convert.ToInt32(escape.Groups[1].Value, 16)).ToString();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex CodePoint();

    [GeneratedRegex(@"\G[eE][+-]?[0-9]+")]
    private static partial Regex Exponent();
}
