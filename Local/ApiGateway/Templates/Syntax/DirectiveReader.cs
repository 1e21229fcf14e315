namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>
/// Reads directives (https://velocity.apache.org/engine/1.7/vtl-reference.html): all that API Gateway renders; <c>#parse</c> and
/// <c>#include</c> have no files to read.
/// </summary>
/// <param name="cursor">The place.</param>
/// <param name="expressions">Reads expressions there.</param>
/// <param name="macros">The names of the macros.</param>
/// <param name="readBlock">Reads what is inside a directive.</param>
internal sealed class DirectiveReader(
    Cursor cursor, ExpressionReader expressions, IReadOnlySet<string> macros, Func<Block> readBlock)
{
    private static readonly string[] WithParentheses = ["set", "if", "foreach", "macro", "define", "evaluate", "parse", "include"];
    private static readonly string[] Alone = ["break", "stop"];
    private static readonly string[] OfBlocks = ["elseif", "else", "end"];

    /// <summary>Whether <c>#set</c> comes next.</summary>
    public bool IsSet() => NameHere() is "set" && IsDirective();

    /// <summary>Whether a directive comes next.</summary>
    public bool IsDirective()
    {
        var name = NameHere();
        return Alone.Contains(name) || IsOfBlock(name) || ((WithParentheses.Contains(name) || macros.Contains(name)) && HasParenthesis());
    }

    /// <summary>Whether what comes next ends a block.</summary>
    public bool IsAtEndOfBlock() => cursor.Next is '#' && IsOfBlock(NameHere());

    /// <summary>The directive that comes next.</summary>
    public Node Read()
    {
        var start = cursor.Position;
        var name = TakeName();
        switch (name)
        {
            case "set":
                return ReadSet();
            case "if":
                return ReadIf();
            case "foreach":
                return ReadForEach();
            case "break":
                return new FlowNode(Flow.Break);
            case "stop":
                return new FlowNode(Flow.Stop);
            case "define":
                return ReadDefine();
            case "macro":
                return ReadMacro();
            case "evaluate":
                Open();
                return new EvaluateNode(Close(expressions.Read()));
            case "parse" or "include":
                throw cursor.Mistake($"#{name} is not supported: there is no file to read");
            default:
                Open();
                return new MacroCallNode(name, ReadArguments(), cursor.Text[start..cursor.Position]);
        }
    }

    private static bool IsOfBlock(string name) => OfBlocks.Contains(name);

    private string NameHere()
    {
        var start = cursor.Position;
        var name = TakeName();
        cursor.Position = start;
        return name;
    }

    private string TakeName()
    {
        cursor.Position++;
        var isFormal = cursor.Take("{");

        // A hyphen is text, "#end-1"; a letter is not: "#elsewhere" is not a directive, and "#{else}where" one.
        var name = cursor.TakeWhile(static character => char.IsAsciiLetterOrDigit(character) || character is '_');
        return isFormal && !cursor.Take("}") ? "" : name;
    }

    private bool HasParenthesis()
    {
        var start = cursor.Position;
        TakeName();
        cursor.TakeWhile(static character => character is ' ' or '\t');
        var has = cursor.Next is '(';
        cursor.Position = start;
        return has;
    }

    private SetNode ReadSet()
    {
        Open();
        cursor.SkipSpace();
        if (expressions.References.TryRead() is not var (target, _))
        {
            throw cursor.Mistake("a reference is expected");
        }

        cursor.SkipSpace();
        cursor.Expect("=");
        return new(target, Close(expressions.Read()));
    }

    private IfNode ReadIf()
    {
        List<(Expression, Block)> branches = [(ReadCondition(), readBlock())];
        Block? otherwise = null;
        while (TakeEndOfBlock() is var name and not "end")
        {
            if (otherwise is not null)
            {
                throw cursor.Mistake($"#{name} after #else");
            }

            if (name is "elseif")
            {
                branches.Add((ReadCondition(), readBlock()));
            }
            else
            {
                cursor.SkipLineEnd();
                otherwise = readBlock();
            }
        }

        cursor.SkipLineEnd();
        return new(branches, otherwise);
    }

    private Expression ReadCondition()
    {
        Open();
        return Close(expressions.Read());
    }

    private ForEachNode ReadForEach()
    {
        Open();
        cursor.SkipSpace();
        if (expressions.References.TryRead() is not var (item, _) || !item.IsVariable)
        {
            throw cursor.Mistake("the variable of #foreach is expected");
        }

        cursor.SkipSpace();
        cursor.Expect("in");
        return new(item.Name, Close(expressions.Read()), ReadBody());
    }

    private DefineNode ReadDefine()
    {
        Open();
        cursor.SkipSpace();
        if (expressions.References.TryRead() is not var (target, _) || !target.IsVariable)
        {
            throw cursor.Mistake("the variable of #define is expected");
        }

        Close(target);
        return new(target.Name, ReadBody());
    }

    private MacroNode ReadMacro()
    {
        Open();
        cursor.SkipSpace();
        var name = cursor.TakeName();
        List<string> parameters = [];
        cursor.SkipSpace();
        while (expressions.References.TryRead() is var (parameter, _))
        {
            parameters.Add(parameter.Name);
            cursor.TakeWhile(static character => character is ' ' or '\t' or '\r' or '\n' or ',');
        }

        Close(name);
        return new(name, new(parameters, ReadBody()));
    }

    // Between commas or blanks.
    private List<Expression> ReadArguments()
    {
        List<Expression> arguments = [];
        cursor.SkipSpace();
        while (!cursor.Take(")"))
        {
            arguments.Add(expressions.ReadPrimary());
            cursor.TakeWhile(static character => character is ' ' or '\t' or '\r' or '\n' or ',');
        }

        return arguments;
    }

    private Block ReadBody()
    {
        var body = readBlock();
        if (TakeEndOfBlock() is var name and not "end")
        {
            throw cursor.Mistake($"#{name} without #if");
        }

        cursor.SkipLineEnd();
        return body;
    }

    private string TakeEndOfBlock() => cursor.IsAtEnd ? throw cursor.Mistake("#end is missing") : TakeName();

    private void Open()
    {
        cursor.TakeWhile(static character => character is ' ' or '\t');
        cursor.Expect("(");
    }

    private T Close<T>(T read)
    {
        cursor.SkipSpace();
        cursor.Expect(")");
        cursor.SkipLineEnd();
        return read;
    }
}
