using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>
/// An update that would give the key of an index another type: DynamoDB refuses it, the engine keeps the item and leaves it out of the
/// index (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html).
/// </summary>
internal sealed class CheckIndexKeys(Tables tables) : IStep
{
    private const string Message =
        "One or more parameter values were invalid: The update expression attempted to update the secondary index key to unsupported type";

    public async ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        if (exchange.Operation == "UpdateItem"
            && exchange.Request.Text("UpdateExpression") is { } expression
            && exchange.Request.Text("TableName") is { } named)
        {
            var keys = await tables.FindKeysAsync(TableNames.NameOf(named));
            if ((keys?.Indexes.Values ?? []).SelectMany(static key => key).Any(key => IsMismatch(key, expression, exchange.Request)))
            {
                throw DynamoDbException.Invalid(Message);
            }
        }

        return null;
    }

    private static bool IsMismatch(TableKeys.KeyAttribute key, string expression, JsonElement request) =>
        ExpressionNames.EqualTo(key.Name, expression, request.Get("ExpressionAttributeNames")) is { } placeholder
        && request.Get("ExpressionAttributeValues").Get(placeholder) is { ValueKind: JsonValueKind.Object } value
        && value.EnumerateObject().Select(static type => type.Name).FirstOrDefault() != key.Type;
}
