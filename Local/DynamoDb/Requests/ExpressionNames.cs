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

    private static string Resolve(string token, JsonElement names) =>
        token[0] == '#' && names.ValueKind == JsonValueKind.Object && names.TryGetProperty(token, out var name)
            ? name.GetString() ?? token
            : token;

    [GeneratedRegex(@"[#:]?[A-Za-z0-9_]+|[#:][^\s,.()=<>\[\]]+|<>|<=|>=|\S")]
    private static partial Regex Tokens();
}
