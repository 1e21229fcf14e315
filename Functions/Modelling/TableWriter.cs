using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>
/// Writes under conditions. Others in the way are waited for; a condition that failed is an answer and never tried again. Each
/// request can be sent twice without harm, since the SDK does so when it got no answer.
/// </summary>
internal sealed class TableWriter(IAmazonDynamoDB client, string table, Backoff backoff)
{
    private const int BatchSize = 25;

    public TransactWriteItem Put(Item item, Expression? condition = null) => new()
    {
        Put = new()
        {
            TableName = table,
            Item = item,
            ConditionExpression = condition?.Text,
            ExpressionAttributeNames = Expression.NamesIn(condition?.Text),
            ExpressionAttributeValues = Expression.ValuesOf(condition),
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };

    public TransactWriteItem Update(Item key, ItemUpdate update, Expression? condition = null)
    {
        var change = update.ToExpression().Apart(condition);
        return new()
        {
            Update = new()
            {
                TableName = table,
                Key = key,
                UpdateExpression = change.Text,
                ConditionExpression = condition?.Text,
                ExpressionAttributeNames = Expression.NamesIn(change.Text, condition?.Text),
                ExpressionAttributeValues = Expression.ValuesOf(change, condition),
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
        };
    }

    /// <summary>Writes nothing: the other writes are done only if the condition holds.</summary>
    public TransactWriteItem Check(Item key, Expression condition) => new()
    {
        ConditionCheck = new()
        {
            TableName = table,
            Key = key,
            ConditionExpression = condition.Text,
            ExpressionAttributeNames = Expression.NamesIn(condition.Text),
            ExpressionAttributeValues = Expression.ValuesOf(condition),
        },
    };

    public TransactWriteItem Delete(Item key, Expression? condition = null) => new()
    {
        Delete = new()
        {
            TableName = table,
            Key = key,
            ConditionExpression = condition?.Text,
            ExpressionAttributeNames = Expression.NamesIn(condition?.Text),
            ExpressionAttributeValues = Expression.ValuesOf(condition),
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };

    /// <summary>Puts one item in the place of whatever is there.</summary>
    public async Task PutAsync(Item item, ITableCall call)
    {
        var request = new PutItemRequest { TableName = table, Item = item, ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL };
        var response = await client.PutItemAsync(request, call.Token);
        call.Wrote("PutItem", response.ConsumedCapacity.Units());
    }

    /// <summary>
    /// Deletes one item and returns it; null: there is none, for whoever came first has it. Of two who take it only one gets it; sent
    /// again after its answer got lost, it is nobody's.
    /// </summary>
    public async Task<Item?> TakeAsync(Item key, ITableCall call)
    {
        var request = new DeleteItemRequest
        {
            TableName = table,
            Key = key,
            ReturnValues = ReturnValue.ALL_OLD,
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        var response = await client.DeleteItemAsync(request, call.Token);
        call.Wrote("DeleteItem", response.ConsumedCapacity.Units());
        return response.Attributes is { Count: > 0 } item ? item : null;
    }

    /// <summary>All of the writes or none. One token means one transaction: within ten minutes it is done once.</summary>
    public async Task<TransactionOutcome> TransactAsync(List<TransactWriteItem> writes, string token, ITableCall call)
    {
        var request = new TransactWriteItemsRequest
        {
            TransactItems = writes,
            ClientRequestToken = token,
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var response = await client.TransactWriteItemsAsync(request, call.Token);
                call.Wrote("TransactWriteItems", response.ConsumedCapacity.Units());
                return new(writes, null);
            }
            catch (TransactionCanceledException canceled) when (TableFaults.IsRefusal(canceled.CancellationReasons))
            {
                return new(writes, canceled.CancellationReasons);
            }
            catch (TransactionCanceledException canceled) when (TableFaults.IsContention(canceled.CancellationReasons))
            {
            }
            catch (TransactionInProgressException)
            {
            }

            await backoff.WaitAsync(attempt, call);
        }
    }

    /// <summary>Puts items in the place of whatever is there, however many.</summary>
    public Task PutManyAsync(IEnumerable<Item> items, ITableCall call) =>
        WriteManyAsync(items.Select(item => new WriteRequest(new PutRequest(item))), call);

    /// <summary>Deletes by key without conditions, however many.</summary>
    public Task DeleteManyAsync(IEnumerable<Item> keys, ITableCall call) =>
        WriteManyAsync(keys.Select(key => new WriteRequest(new DeleteRequest(key))), call);

    private Task WriteManyAsync(IEnumerable<WriteRequest> requests, ITableCall call) => Task.WhenAll(requests
        .Chunk(BatchSize)
        .Select(batch => WriteBatchAsync([.. batch], call)));

    private async Task WriteBatchAsync(List<WriteRequest> batch, ITableCall call)
    {
        for (var attempt = 0; batch is not []; attempt++)
        {
            var request = new BatchWriteItemRequest
            {
                RequestItems = new() { [table] = batch },
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            };
            var response = await client.BatchWriteItemAsync(request, call.Token);
            call.Wrote("BatchWriteItem", response.ConsumedCapacity.Units());
            batch = response.UnprocessedItems?.GetValueOrDefault(table) ?? [];
            if (batch is not [])
            {
                await backoff.WaitAsync(attempt, call);
            }
        }
    }
}
