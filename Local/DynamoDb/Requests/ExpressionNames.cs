using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>
/// The top-level attributes that an expression names, with its placeholders resolved
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.Attributes.html).
/// </summary>
internal static partial class ExpressionNames
{
    // Each of them is a reserved word, so none can be an attribute's name without a placeholder.
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "SET", "REMOVE", "ADD", "DELETE", "AND", "OR", "NOT", "BETWEEN", "IN",
    };

    /// <summary>The attributes.</summary>
    /// <param name="expression">Any expression of DynamoDB but PartiQL.</param>
    /// <param name="names">The request's <c>ExpressionAttributeNames</c>, if it has any.</param>
    public static IEnumerable<string> In(string expression, JsonElement names)
    {
        var tokens = Tokens().Matches(expression);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i].Value;
            var isName = char.IsAsciiLetter(token[0]) || token[0] is '_' or '#';
            var isNested = i > 0 && tokens[i - 1].Value == ".";
            var isFunction = i + 1 < tokens.Count && tokens[i + 1].Value == "(" && token[0] != '#';
            if (isName && !isNested && !isFunction && !Keywords.Contains(token))
            {
                yield return Resolve(token, names);
            }
        }
    }

    /// <summary>
    /// The placeholder of the value that a key condition demands of an attribute or that an update gives it, as in <c>pk = :pk</c>; null
    /// when there is not one value.
    /// </summary>
    public static string? EqualTo(string attribute, string expression, JsonElement names)
    {
        var tokens = Tokens().Matches(expression)
            .Select(static match => match.Value)
            .Where(static token => token is not ("(" or ")"))
            .ToList();
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            var isNested = i > 0 && tokens[i - 1] == ".";
            if (!isNested && tokens[i + 1] == "=" && tokens[i + 2][0] == ':' && Resolve(tokens[i], names) == attribute)
            {
                return tokens[i + 2];
            }
        }

        return null;
    }

    /// <summary>The parts of a key condition, in their order; none where it is malformed.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="names">The request's <c>ExpressionAttributeNames</c>, if it has any.</param>
    /// <param name="values">Its <c>ExpressionAttributeValues</c>.</param>
    public static IReadOnlyList<AskedItems.KeyPart> KeyParts(string expression, JsonElement names, JsonElement values)
    {
        var tokens = Tokens().Matches(expression)
            .Select(static match => match.Value)
            .Where(static token => token is not ("(" or ")" or ","))
            .ToArray();
        List<AskedItems.KeyPart> parts = [];

        // Each is followed by AND.
        for (var at = 0; at + 2 < tokens.Length; at += (parts[^1].Comparison == "BETWEEN" ? 5 : 3) + 1)
        {
            parts.Add(tokens[at..] switch
            {
                ["begins_with", var name, var value, ..] => Part(name, "begins_with", value),
                [var name, var word, var first, _, var last, ..] when word.Equals("BETWEEN", StringComparison.OrdinalIgnoreCase) =>
                    Part(name, "BETWEEN", first, last),
                var other => Part(other[0], other[1], other[2]),
            });
        }

        return parts;

        AskedItems.KeyPart Part(string name, string comparison, params string[] placeholders) =>
            new(Resolve(name, names), comparison, [.. placeholders.Select(one => values.Get(one).KeyText() ?? "?")]);
    }

    /// <summary>An expression with the names in place of their placeholders.</summary>
    public static string ResolveAll(string expression, JsonElement names) =>
        Tokens().Replace(expression, match => Resolve(match.Value, names));

    private static string Resolve(string token, JsonElement names) =>
        token[0] == '#' && names.ValueKind == JsonValueKind.Object && names.TryGetProperty(token, out var name)
            ? name.GetString() ?? token
            : token;

    [GeneratedRegex(@"[#:]?[A-Za-z0-9_]+|[#:][^\s,.()=<>\[\]]+|<>|<=|>=|\S")]
    private static partial Regex Tokens();
}
