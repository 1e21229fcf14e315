using System.Text.Json;
using System.Text.RegularExpressions;
using Lexicon.Local.DynamoDb.Requests;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// What goes together of the parameters with expressions and of those from before there were any
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html).
/// </summary>
/// <param name="Expressions">The parameters of an operation that are expressions, in the order of messages.</param>
/// <param name="Legacy">The parameters from before.</param>
/// <param name="WithValues">The expressions that can have values, as a message names them together.</param>
internal sealed partial record ExpressionParameters(string[] Expressions, string[] Legacy, string[] WithValues)
{
    private static readonly Dictionary<string, ExpressionParameters> ByOperation = new()
    {
        ["GetItem"] = new(["ProjectionExpression"], ["AttributesToGet"], []),
        ["PutItem"] = new(["ConditionExpression"], ["Expected", "ConditionalOperator"], ["ConditionExpression"]),
        ["DeleteItem"] = new(["ConditionExpression"], ["Expected", "ConditionalOperator"], ["ConditionExpression"]),
        ["UpdateItem"] = new(
            ["UpdateExpression", "ConditionExpression"],
            ["AttributeUpdates", "Expected", "ConditionalOperator"],
            ["UpdateExpression", "ConditionExpression"]),
        ["Query"] = new(
            ["ProjectionExpression", "FilterExpression", "KeyConditionExpression"],
            ["AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions"],
            ["FilterExpression", "KeyConditionExpression"]),
        ["Scan"] = new(
            ["ProjectionExpression", "FilterExpression"], ["AttributesToGet", "ScanFilter", "ConditionalOperator"], ["FilterExpression"]),
    };

    /// <summary>What is wrong with a request, or with the part of a transaction that is like one; null when nothing is.</summary>
    public static string? Check(string operation, JsonElement request) =>
        ByOperation.TryGetValue(operation, out var parameters) ? parameters.Check(request) : null;

    private string? Check(JsonElement request)
    {
        var expressions = Expressions.Where(name => request.Has(name)).ToList();
        var legacy = Legacy.Where(name => request.Has(name)).ToList();
        if (expressions.Count > 0 && legacy.Count > 0)
        {
            return "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: "
                + $"{{{string.Join(", ", legacy)}}} Expression parameters: {{{string.Join(", ", expressions)}}}";
        }

        return Names(request, expressions) ?? Values(request) ?? expressions
            .Where(name => request.Text(name) is "")
            .Select(static name => $"Invalid {name}: The expression can not be empty;")
            .FirstOrDefault();
    }

    private static string? Names(JsonElement request, List<string> expressions)
    {
        const string Parameter = "ExpressionAttributeNames";
        if (!request.Has(Parameter))
        {
            return null;
        }

        var names = request.Members(Parameter).ToList();
        return expressions.Count == 0 ? $"{Parameter} can only be specified when using expressions"
            : names.Count == 0 ? $"{Parameter} must not be empty"
            : names.Where(static name => !NameKey().IsMatch(name.Name))
                .Select(static name => $"{Parameter} contains invalid key: Syntax error; key: \"{name.Name}\"")
                .FirstOrDefault();
    }

    private string? Values(JsonElement request)
    {
        const string Parameter = "ExpressionAttributeValues";
        if (!request.Has(Parameter) || WithValues.Length == 0)
        {
            return null;
        }

        if (!WithValues.Any(name => request.Has(name)))
        {
            return $"{Parameter} can only be specified when using expressions: {string.Join(" and ", WithValues)} "
                + (WithValues.Length > 1 ? "are null" : "is null");
        }

        var values = request.Members(Parameter).ToList();
        return values.Count == 0
            ? $"{Parameter} must not be empty"
            : values.Select(static value => !ValueKey().IsMatch(value.Name)
                    ? $"{Parameter} contains invalid key: Syntax error; key: \"{value.Name}\""
                    : AttributeValueCheck.Check(value.Value) is { } wrong
                        ? $"{Parameter} contains invalid value: {wrong} for key {value.Name}"
                    : null)
                .FirstOrDefault(static found => found is not null);
    }

    [GeneratedRegex("^#[a-zA-Z0-9_]+$")]
    private static partial Regex NameKey();

    [GeneratedRegex("^:[a-zA-Z0-9_]+$")]
    private static partial Regex ValueKey();
}
