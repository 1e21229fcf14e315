using System.Globalization;
using Lexicon.Local.ApiGateway.Templates.Syntax;
using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>Reads the condition of a filter: <c>@.price &lt; 10 &amp;&amp; @.name == 'x'</c>.</summary>
internal sealed class JsonFilterReader(Cursor cursor)
{
    /// <summary>The condition, asked of an item.</summary>
    public Func<object?, JsonQuery, bool> Read() => cursor.Nested(() =>
    {
        var left = ReadAnd();
        while (TakeJunction("||"))
        {
            var (one, other) = (left, ReadAnd());
            left = (item, query) => one(item, query) || other(item, query);
        }

        return left;
    });

    private Func<object?, JsonQuery, bool> ReadAnd()
    {
        var left = ReadComparison();
        while (TakeJunction("&&"))
        {
            var (one, other) = (left, ReadComparison());
            left = (item, query) => one(item, query) && other(item, query);
        }

        return left;
    }

    private Func<object?, JsonQuery, bool> ReadComparison()
    {
        cursor.SkipSpace();
        if (cursor.Take("!"))
        {
            var denied = cursor.Nested(ReadComparison);
            return (item, query) => !denied(item, query);
        }

        if (cursor.Take("("))
        {
            var inner = Read();
            cursor.SkipSpace();
            cursor.Expect(")");
            return inner;
        }

        var left = ReadOperand();
        cursor.SkipSpace();
        if (TakeOperator() is not { } holds)
        {
            return (item, query) => left(item, query).IsThere;
        }

        cursor.SkipSpace();
        var right = ReadOperand();
        return (item, query) => holds(left(item, query), right(item, query));
    }

    private Func<JsonOperand, JsonOperand, bool>? TakeOperator()
    {
        var begin = cursor.Position;
        var name = cursor.TakeWhile(JsonOperators.IsSign(cursor.Next) ? JsonOperators.IsSign : static character => character is not ' ');
        var found = JsonOperators.Find(name);
        if (found is null)
        {
            cursor.Position = begin;
        }

        return found;
    }

    private Func<object?, JsonQuery, JsonOperand> ReadOperand()
    {
        if (cursor.Next is '@' or '$')
        {
            var isItem = cursor.Next is '@';
            cursor.Position++;
            var steps = new JsonPathReader(cursor).ReadPath();
            return (item, query) =>
            {
                var found = steps.Aggregate(
                    Enumerable.Repeat(isItem ? item : query.Root, 1),
                    (values, step) => values.SelectMany(value => step.Select(value, query))).ToList();
                return new(found.Count > 0, found.FirstOrDefault());
            };
        }

        var literal = cursor.Next is '[' ? ReadList() : ReadLiteral();
        return (_, _) => new(true, literal);
    }

    private JavaList ReadList()
    {
        cursor.Expect("[");
        var items = new JavaList();
        cursor.SkipSpace();
        while (!cursor.Take("]"))
        {
            items.Add(ReadLiteral());
            cursor.SkipSpace();
            cursor.Take(",");
            cursor.SkipSpace();
        }

        return items;
    }

    private object? ReadLiteral()
    {
        if (cursor.Next is '\'' or '"' or '/')
        {
            var quote = cursor.Next;
            cursor.Position++;
            var text = cursor.TakeWhile(character => character != quote);
            cursor.Expect(quote.ToString());
            return text + (quote is '/' && cursor.Take("i") ? "(?i)" : "");
        }

        var word = cursor.TakeWhile(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '+');
        return word switch
        {
            "true" => true,
            "false" => false,
            "null" => null,
            _ when int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw cursor.Mistake($"'{word}' in a filter"),
        };
    }

    private bool TakeJunction(string symbol)
    {
        cursor.SkipSpace();
        return cursor.Take(symbol);
    }
}
