using System.Globalization;
using Lexicon.Local.ApiGateway.Templates.Syntax;
using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>Reads the condition of a filter: <c>@.price &lt; 10 &amp;&amp; @.name == 'x'</c>.</summary>
internal sealed class JsonFilterReader(Cursor cursor)
{
    private static readonly string[] Operators =
        ["==", "!=", "<=", ">=", "<", ">", "=~", "in ", "nin ", "contains ", "size ", "empty "];

    /// <summary>The condition, asked of an item.</summary>
    public Func<object?, JsonQuery, bool> Read() => cursor.Nested(() =>
    {
        var left = ReadAnd();
        while (TakeOperator("||"))
        {
            var (one, other) = (left, ReadAnd());
            left = (item, query) => one(item, query) || other(item, query);
        }

        return left;
    });

    private Func<object?, JsonQuery, bool> ReadAnd()
    {
        var left = ReadComparison();
        while (TakeOperator("&&"))
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
        if (Operators.FirstOrDefault(cursor.Take) is not { } symbol)
        {
            return (item, query) => left(item, query).IsThere;
        }

        cursor.SkipSpace();
        var right = ReadOperand();
        return (item, query) => Compare(left(item, query), symbol, right(item, query));
    }

    private Func<object?, JsonQuery, (bool IsThere, object? Value)> ReadOperand()
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
                return (found.Count > 0, found.FirstOrDefault());
            };
        }

        var literal = cursor.Next is '[' ? ReadList() : ReadLiteral();
        return (_, _) => (true, literal);
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

    private bool TakeOperator(string symbol)
    {
        cursor.SkipSpace();
        return cursor.Take(symbol);
    }

    private static int? Length(object? value) => value switch
    {
        JavaList list => list.Count,
        string text => text.Length,
        _ => null,
    };

    private static bool AreEqual(object? one, object? other) => JavaNumbers.IsNumber(one) && JavaNumbers.IsNumber(other)
        ? JavaNumbers.Compare(one!, other!) is 0
        : Equals(one, other);

    private static bool Compare((bool IsThere, object? Value) left, string symbol, (bool IsThere, object? Value) right)
    {
        var (one, other) = (left.Value, right.Value);
        switch (symbol)
        {
            case "==" or "!=":
                return (left.IsThere && right.IsThere && AreEqual(one, other)) == symbol is "==";
            case "in " or "nin ":
                return (left.IsThere && other is JavaList list && list.Any(item => AreEqual(one, item))) == symbol is "in ";
            case "contains ":
                return (one, other) switch
                {
                    (JavaList items, _) => items.Any(item => AreEqual(item, other)),
                    (string whole, string part) => whole.Contains(part, StringComparison.Ordinal),
                    _ => false,
                };
            case "size ":
                return Length(one) is { } length && other is int expected && length == expected;
            case "empty ":
                return Length(one) is { } count && other is bool isEmpty && count is 0 == isEmpty;
        }

        if (symbol is "=~")
        {
            return one is string text && other is string pattern && JavaRegex.Matches(
                text, pattern.EndsWith("(?i)", StringComparison.Ordinal) ? $"(?i){pattern[..^4]}" : pattern);
        }

        int? order = JavaNumbers.IsNumber(one) && JavaNumbers.IsNumber(other) ? JavaNumbers.Compare(one!, other!)
            : one is string first && other is string second ? string.CompareOrdinal(first, second)
            : null;
        return symbol switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }
}
