using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Responses;
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
        if (exchange.Operation == "UpdateItem" && await IsMismatchAsync(exchange.Request))
        {
            throw DynamoDbException.Invalid(Message);
        }

        if (exchange.Operation != "TransactWriteItems")
        {
            return null;
        }

        foreach (var update in exchange.Request.Items("TransactItems").Select(static item => item.Get("Update")))
        {
            if (await IsMismatchAsync(update) && await Cancellation.OfKeysAsync(exchange.Request, tables.FindKeysAsync) is { } cancelled)
            {
                return new JsonResponse(cancelled, Guid.NewGuid().ToString(), StatusCodes.Status400BadRequest);
            }
        }

        return null;
    }

    private async Task<bool> IsMismatchAsync(JsonElement update) =>
        update.Text("TableName") is { } named
        && update.Has("UpdateExpression")
        && await tables.FindKeysAsync(TableNames.NameOf(named)) is { } keys
        && KeyErrors.OfIndexes(UpdatedAttributes.OfIndexKeys(update, keys), keys) is not null;
}
