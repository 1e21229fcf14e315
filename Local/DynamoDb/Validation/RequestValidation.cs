using System.Text.Json;
using Lexicon.Local.Aws;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// What DynamoDB looks at before it looks for the table, in its order: types, constraints, and what goes together. DynamoDB Local finds the
/// table first, reads what has another type as if it were nothing, and has words of its own.
/// </summary>
internal static class RequestValidation
{
    private static readonly TypeCheck Types = new(ApiModel.Instance);
    private static readonly ConstraintCheck Constraints = new(ApiModel.Instance);

    /// <summary>The error of a request; null when there is none as far as the request alone says.</summary>
    public static AwsError? Check(string operation, JsonElement request)
    {
        if (ApiModel.Instance.RequestOf(operation) is not { } shape)
        {
            return null;
        }

        if (request.ValueKind != JsonValueKind.Object)
        {
            return new(400, "SerializationException", "Unexpected value type in payload");
        }

        if (Types.Check(request, shape) is { } type)
        {
            return new(400, "SerializationException", type);
        }

        var mistake = RequiredParameters.Check(operation, request) ?? Constraints.Check(request, shape) ?? Rules(operation, request);
        return mistake is { } message
            ? new(400, "ValidationException", message) { Namespace = "com.amazon.coral.validate" }
            : null;
    }

    private static string? Rules(string operation, JsonElement request) => operation switch
    {
        "CreateTable" => TableRules.Check(request),
        "UpdateTable" => TableRules.CheckUpdate(request),
        _ => ExpressionParameters.Check(operation, request) ?? ItemRules.Check(operation, request),
    };
}
