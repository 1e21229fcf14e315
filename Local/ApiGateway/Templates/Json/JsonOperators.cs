using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>The operators of filters: signs, and words behind which there is a blank.</summary>
internal static class JsonOperators
{
    private static readonly Dictionary<string, Func<JsonOperand, JsonOperand, bool>> ByName = new()
    {
        ["=="] = AreSame,
        ["!="] = static (left, right) => !AreSame(left, right),
        ["<"] = static (left, right) => Order(left, right) < 0,
        ["<="] = static (left, right) => Order(left, right) <= 0,
        [">"] = static (left, right) => Order(left, right) > 0,
        [">="] = static (left, right) => Order(left, right) >= 0,
        ["=~"] = Matches,
        ["in"] = IsIn,
        ["nin"] = static (left, right) => !IsIn(left, right),
        ["contains"] = Contains,
        ["size"] = static (left, right) => Length(left.Value) is { } length && right.Value is int expected && length == expected,
        ["empty"] = static (left, right) => Length(left.Value) is { } length && right.Value is bool isEmpty && length is 0 == isEmpty,
    };

    /// <summary>Whether an operator of signs has a character.</summary>
    public static bool IsSign(char character) => character is '=' or '!' or '<' or '>' or '~';

    /// <summary>The operator with this name; null: there is none.</summary>
    public static Func<JsonOperand, JsonOperand, bool>? Find(string name) => ByName.GetValueOrDefault(name);

    private static bool AreSame(JsonOperand left, JsonOperand right) =>
        left.IsThere && right.IsThere && AreEqual(left.Value, right.Value);

    private static bool AreEqual(object? one, object? other) => JavaNumbers.IsNumber(one) && JavaNumbers.IsNumber(other)
        ? JavaNumbers.Compare(one!, other!) is 0
        : Equals(one, other);

    private static int? Order(JsonOperand left, JsonOperand right) => (left.Value, right.Value) switch
    {
        var (one, other) when JavaNumbers.IsNumber(one) && JavaNumbers.IsNumber(other) => JavaNumbers.Compare(one!, other!),
        (string one, string other) => string.CompareOrdinal(one, other),
        _ => null,
    };

    private static bool IsIn(JsonOperand left, JsonOperand right) =>
        left.IsThere && right.Value is JavaList list && list.Any(item => AreEqual(left.Value, item));

    private static bool Contains(JsonOperand left, JsonOperand right) => (left.Value, right.Value) switch
    {
        (JavaList items, var item) => items.Any(one => AreEqual(one, item)),
        (string whole, string part) => whole.Contains(part, StringComparison.Ordinal),
        _ => false,
    };

    private static bool Matches(JsonOperand left, JsonOperand right) =>
        left.Value is string text && right.Value is string pattern && JavaRegex.Matches(
            text, pattern.EndsWith("(?i)", StringComparison.Ordinal) ? $"(?i){pattern[..^4]}" : pattern);

    private static int? Length(object? value) => value switch
    {
        JavaList list => list.Count,
        string text => text.Length,
        _ => null,
    };
}
