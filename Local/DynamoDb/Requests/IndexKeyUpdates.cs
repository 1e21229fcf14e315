using System.Text.Json;
using Lexicon.Local.Aws;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>
/// An update that would give the key of an index another type: DynamoDB refuses it, the engine keeps the item and leaves it out of the
/// index (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html).
/// </summary>
internal sealed class IndexKeyUpdates(Tables tables)
{
    private const string Message =
        "One or more parameter values were invalid: The update expression attempted to update the secondary index key to unsupported type";

    /// <summary>The error of an update; null when there is none.</summary>
    public async Task<AwsError?> CheckAsync(string operation, JsonElement request)
    {
        if (operation != "UpdateItem"
            || request.Text("UpdateExpression") is not { } expression
            || request.Text("TableName") is not { } named)
        {
            return null;
        }

        var keys = await tables.FindKeysAsync(TableNames.NameOf(named));
        return (keys?.Indexes.Values ?? []).SelectMany(static key => key).Any(key => IsMismatch(key, expression, request))
            ? new(400, "ValidationException", Message) { Namespace = "com.amazon.coral.validate" }
            : null;
    }

    private static bool IsMismatch(TableKeys.KeyAttribute key, string expression, JsonElement request) =>
        ExpressionNames.EqualTo(key.Name, expression, request.Get("ExpressionAttributeNames")) is { } placeholder
        && request.Get("ExpressionAttributeValues").Get(placeholder) is { ValueKind: JsonValueKind.Object } value
        && value.EnumerateObject().Select(static type => type.Name).FirstOrDefault() != key.Type;
}
