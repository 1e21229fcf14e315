using System.Text.RegularExpressions;

namespace Lexicon.Functions.Store;

/// <summary>
/// A condition or an update with its values. Every attribute is written as <c>#name</c>, since hundreds of plain words are
/// reserved (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html).
/// </summary>
internal sealed partial record Expression(string Text, Item Values)
{
    public static Expression IsAbsent { get; } = new($"attribute_not_exists(#{TableSchema.PartitionKey})", []);

    /// <summary>What each <c>#name</c> in the texts stands for; null where there is none, as DynamoDB wants it.</summary>
    public static Dictionary<string, string>? NamesIn(params IEnumerable<string?> texts)
    {
        var names = texts
            .SelectMany(text => Placeholder().Matches(text ?? ""))
            .Select(match => match.Value)
            .Distinct()
            .ToDictionary(name => name, name => name[1..]);
        return names.Count is 0 ? null : names;
    }

    /// <summary>All values; null where there is none, as DynamoDB wants it.</summary>
    public static Item? ValuesOf(params IEnumerable<Expression?> expressions)
    {
        var values = new Item().With(expressions.SelectMany(expression => expression?.Values ?? []).ToDictionary());
        return values.Count is 0 ? null : values;
    }

    public Expression And(Expression? other) =>
        other is null ? this : new($"{Text} AND {other.Text}", new Item(Values).With(other.Values));

    [GeneratedRegex("#[A-Za-z]+")]
    private static partial Regex Placeholder();
}
