using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>
/// A condition or an update with its values. Every attribute is written as <c>#name</c>, since hundreds of plain words are
/// reserved (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html).
/// </summary>
internal sealed partial record Expression(string Text, Item Values)
{
    // Alternatives get parentheses where something else is required, too.
    private bool HasAlternatives { get; init; }

    private Expression Grouped => HasAlternatives ? new($"({Text})", Values) : this;

    /// <summary>What each <c>#name</c> in the texts stands for; null where there is none, as DynamoDB wants it.</summary>
    public static Dictionary<string, string>? NamesIn(params IEnumerable<string?> texts)
    {
        var names = texts
            .SelectMany(text => Name().Matches(text ?? ""))
            .Select(match => match.Value)
            .Distinct()
            .ToDictionary(name => name, name => name[1..]);
        return names.Count is 0 ? null : names;
    }

    /// <summary>All values; null where there is none, as DynamoDB wants it.</summary>
    public static Item? ValuesOf(params IEnumerable<Expression?> expressions)
    {
        Item values = [];
        foreach (var expression in expressions)
        {
            values.With(expression?.Values ?? []);
        }

        return values.Count is 0 ? null : values;
    }

    public Expression And(Expression? other) => other is null ? this : Grouped.Join("AND", other.Grouped);

    public Expression Or(Expression other) => Join("OR", other) with { HasAlternatives = true };

    public Expression Not() => new($"NOT ({Text})", Values);

    /// <summary>The same, with other names for those values that the other expression, sent with it, calls alike.</summary>
    public Expression Apart(Expression? other)
    {
        var apart = this;
        foreach (var (name, value) in Values)
        {
            if (other is not null && other.Values.TryGetValue(name, out var theirs) && !IsSame(value, theirs))
            {
                apart = apart.Rename(name, other);
            }
        }

        return apart;
    }

    private static bool IsSame(AttributeValue one, AttributeValue other) => ReferenceEquals(one, other)
        || (one.S is not null && one.S == other.S)
        || (one.N is not null && one.N == other.N);

    private Expression Join(string word, Expression other)
    {
        var second = other.Apart(this);
        return new($"{Text} {word} {second.Text}", new Item(Values).With(second.Values));
    }

    private Expression Rename(string name, Expression other)
    {
        var number = 2;
        while (Values.ContainsKey($"{name}{number}") || other.Values.ContainsKey($"{name}{number}"))
        {
            number++;
        }

        var free = $"{name}{number}";
        return this with
        {
            Text = Value().Replace(Text, match => match.Value == name ? free : match.Value),
            Values = Values.ToDictionary(pair => pair.Key == name ? free : pair.Key, pair => pair.Value),
        };
    }

    [GeneratedRegex("#[A-Za-z0-9_]+")]
    private static partial Regex Name();

    [GeneratedRegex(":[A-Za-z0-9_]+")]
    private static partial Regex Value();
}
