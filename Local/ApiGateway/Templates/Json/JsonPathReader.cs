using System.Globalization;
using Lexicon.Local.ApiGateway.Templates.Syntax;

namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>Reads a JSONPath expression.</summary>
internal sealed class JsonPathReader
{
    private const string EndsOfNames = ".[] ()=!<>&|,'\"";

    private readonly Cursor _cursor;
    private readonly string _text;

    // The last bracket with several names, which at the end of a path is one map of them.
    private List<string>? _together;
    private JsonPathStep? _lastBracket;

    /// <summary>A reader of a whole expression.</summary>
    public JsonPathReader(string text)
        : this(new Cursor(text))
    {
        if (!_cursor.Take("$"))
        {
            // As Jayway's library has it, "name" is "$.name".
            _cursor = new Cursor($"$.{text}") { Position = 1 };
        }
    }

    /// <summary>A reader of a path in a filter.</summary>
    public JsonPathReader(Cursor cursor) => (_cursor, _text) = (cursor, cursor.Text);

    /// <summary>The function at the end of the path, such as <c>length</c>.</summary>
    public string? Function { get; private set; }

    /// <summary>All steps.</summary>
    public List<JsonPathStep> ReadSteps()
    {
        var steps = ReadPath();
        return !_cursor.IsAtEnd ? throw Invalid()
            : _together is { } names && ReferenceEquals(steps[^1], _lastBracket) ? [.. steps.SkipLast(1), JsonPathStep.Merged(names)]
            : steps;
    }

    /// <summary>The steps up to what belongs to no path.</summary>
    public List<JsonPathStep> ReadPath()
    {
        List<JsonPathStep> steps = [];
        while (Function is null)
        {
            if (_cursor.Take(".."))
            {
                steps.Add(JsonPathStep.Below(_cursor.Next is '[' ? ReadBracket() : ReadName()));
            }
            else if (_cursor.Next is '.' && _cursor.At(1) is '[')
            {
                _cursor.Position++;
            }
            else if (_cursor.Take("."))
            {
                if (_cursor.Sees("length()") || _cursor.Sees("size()"))
                {
                    Function = _cursor.TakeWhile(static character => character is not ')');
                    _cursor.Position++;
                }
                else
                {
                    steps.Add(ReadName());
                }
            }
            else if (_cursor.Next is '[')
            {
                steps.Add(ReadBracket());
            }
            else
            {
                break;
            }
        }

        return steps;
    }

    private JsonPathStep ReadName()
    {
        if (_cursor.Take("*"))
        {
            return JsonPathStep.All;
        }

        var name = _cursor.TakeWhile(static character => !EndsOfNames.Contains(character));
        return name.Length > 0 ? JsonPathStep.Members([name]) : throw Invalid();
    }

    private JsonPathStep ReadBracket() => _cursor.Nested(() =>
    {
        _cursor.Expect("[");
        _cursor.SkipSpace();
        var step = _cursor.Next switch
        {
            '*' => ReadAll(),
            '\'' or '"' => ReadMembers(),
            '?' => ReadFilter(),
            _ => ReadItems(),
        };
        _cursor.SkipSpace();
        _cursor.Expect("]");
        return step;
    });

    private JsonPathStep ReadAll()
    {
        _cursor.Position++;
        return JsonPathStep.All;
    }

    private JsonPathStep ReadMembers()
    {
        var names = ReadNames();
        var members = JsonPathStep.Members(names);
        (_together, _lastBracket) = names.Count > 1 ? (names, members) : (null, null);
        return members;
    }

    private List<string> ReadNames()
    {
        List<string> names = [];
        do
        {
            _cursor.SkipSpace();
            var quote = _cursor.Next;
            if (quote is not ('\'' or '"'))
            {
                throw Invalid();
            }

            _cursor.Position++;
            names.Add(_cursor.TakeWhile(character => character != quote));
            _cursor.Expect(quote.ToString());
            _cursor.SkipSpace();
        }
        while (_cursor.Take(","));
        return names;
    }

    private JsonPathStep ReadItems()
    {
        var start = ReadInteger();
        _cursor.SkipSpace();
        if (_cursor.Take(":"))
        {
            return JsonPathStep.Slice(start, ReadInteger());
        }

        List<int> indexes = [start ?? throw Invalid()];
        while (_cursor.Take(","))
        {
            _cursor.SkipSpace();
            indexes.Add(ReadInteger() ?? throw Invalid());
            _cursor.SkipSpace();
        }

        return JsonPathStep.Items(indexes);
    }

    private JsonPathStep ReadFilter()
    {
        _cursor.Expect("?");
        _cursor.SkipSpace();
        _cursor.Expect("(");
        var condition = new JsonFilterReader(_cursor).Read();
        _cursor.SkipSpace();
        _cursor.Expect(")");
        return JsonPathStep.Filter(condition);
    }

    private int? ReadInteger()
    {
        _cursor.SkipSpace();
        var text = _cursor.TakeWhile(static character => char.IsAsciiDigit(character) || character is '-');
        return text.Length is 0 ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw Invalid();
    }

    private TemplateException Invalid() => new($"the JSONPath expression '{_text}' is not valid");
}
