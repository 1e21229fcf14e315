using System.Text;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>
/// Reads the text of a template: text, references, comments and directives. What Velocity 1 takes away with a directive goes here,
/// too: the line end after it, and before <c>#set</c> the blanks
/// (https://velocity.apache.org/engine/2.3/developer-guide.html#space-gobbling, backward compatible).
/// </summary>
internal sealed partial class TemplateReader
{
    private readonly Cursor _cursor;
    private readonly DirectiveReader _directives;
    private readonly ExpressionReader _expressions;
    private readonly StringBuilder _text = new();
    private List<Node> _nodes = [];

    /// <summary>A reader of a whole template.</summary>
    public TemplateReader(string text)
        : this(text, MacroName().Matches(text).Select(match => match.Groups[1].Value).ToHashSet())
    {
    }

    /// <summary>A reader of a template in a template.</summary>
    public TemplateReader(string text, IReadOnlySet<string> macros)
    {
        _cursor = new(text);
        _expressions = new(_cursor, macros);
        _directives = new(_cursor, _expressions, macros, ReadBlock);
    }

    /// <summary>Everything.</summary>
    public Block Read()
    {
        var block = ReadBlock();
        return _cursor.IsAtEnd ? block : throw _cursor.Mistake("a directive ends or continues what did not begin");
    }

    // Up to the end, or to the #end, #else or #elseif that belongs to what it is in.
    private Block ReadBlock() => _cursor.Nested(() =>
    {
        var outer = _nodes;
        _nodes = [];
        while (!_cursor.IsAtEnd && !_directives.IsAtEndOfBlock())
        {
            ReadNext();
        }

        Flush();
        var block = new Block(_nodes);
        _nodes = outer;
        return block;
    });

    private void ReadNext()
    {
        var start = _cursor.Position;
        var backslashes = _cursor.TakeWhile(static character => character is '\\').Length;
        if (_cursor.Next is '$' && _expressions.References.TryRead() is var (reference, isQuiet))
        {
            Flush();
            _nodes.Add(new ReferenceNode(reference, _cursor.Text[(start + backslashes).._cursor.Position], isQuiet, backslashes));
        }
        else if (_cursor.Next is '#')
        {
            ReadHash(backslashes);
        }
        else
        {
            _text.Append('\\', backslashes);
            if (backslashes is 0)
            {
                _text.Append(_cursor.Next);
                _cursor.Position++;
            }
        }
    }

    private void ReadHash(int backslashes)
    {
        _text.Append('\\', backslashes / 2);
        if (backslashes % 2 is 1)
        {
            // An escaped directive is text; before anything else the backslash is text, too.
            _text.Append(_directives.IsDirective() ? "#" : @"\#");
            _cursor.Position++;
        }
        else if (_cursor.Take("##"))
        {
            _cursor.TakeWhile(static character => character is not ('\n' or '\r'));
            _cursor.SkipLineEnd();
        }
        else if (_cursor.Take("#*"))
        {
            var end = _cursor.Text.IndexOf("*#", _cursor.Position, StringComparison.Ordinal);
            _cursor.Position = end < 0 ? throw _cursor.Mistake("a comment does not end") : end + 2;
        }
        else if (_cursor.Take("#[["))
        {
            var end = _cursor.Text.IndexOf("]]#", _cursor.Position, StringComparison.Ordinal);
            _text.Append(end < 0 ? throw _cursor.Mistake("a literal block does not end") : _cursor.Text[_cursor.Position..end]);
            _cursor.Position = end + 3;
        }
        else if (_directives.IsSet())
        {
            TrimBlanks();
            AddDirective();
        }
        else if (_directives.IsDirective())
        {
            AddDirective();
        }
        else
        {
            _text.Append('#');
            _cursor.Position++;
        }
    }

    private void AddDirective()
    {
        Flush();
        _nodes.Add(_directives.Read());
    }

    private void TrimBlanks()
    {
        var end = _text.Length;
        while (end > 0 && _text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        // Blanks between a reference and #set stay.
        if (end > 0 || _nodes is not [.., ReferenceNode])
        {
            _text.Length = end;
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _nodes.Add(new TextNode(_text.ToString()));
            _text.Clear();
        }
    }

    [GeneratedRegex(@"#\{?macro\}?\s*\(\s*([A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex MacroName();
}
