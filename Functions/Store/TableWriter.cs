using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

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

    public TransactWriteItem Update(Item key, Expression update, Expression? condition = null) => new()
    {
        Update = new()
        {
            TableName = table,
            Key = key,
            UpdateExpression = update.Text,
            ConditionExpression = condition?.Text,
            ExpressionAttributeNames = Expression.NamesIn(update.Text, condition?.Text),
            ExpressionAttributeValues = Expression.ValuesOf(update, condition),
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };

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
    public async Task PutAsync(Item item, Deadline deadline)
    {
        var request = new PutItemRequest { TableName = table, Item = item, ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL };
        var response = await client.PutItemAsync(request, deadline.Token);
        deadline.Usage.Wrote("PutItem", response.ConsumedCapacity.Units());
    }

    /// <summary>
    /// Deletes one item and returns it; null: there is none, for whoever came first has it. Of two who take it only one gets it; sent
    /// again after its answer got lost, it is nobody's.
    /// </summary>
    public async Task<Item?> TakeAsync(Item key, Deadline deadline)
    {
        var request = new DeleteItemRequest
        {
            TableName = table,
            Key = key,
            ReturnValues = ReturnValue.ALL_OLD,
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        var response = await client.DeleteItemAsync(request, deadline.Token);
        deadline.Usage.Wrote("DeleteItem", response.ConsumedCapacity.Units());
        return response.Attributes is { Count: > 0 } item ? item : null;
    }

    /// <summary>All of the writes or none. One token means one transaction: within ten minutes it is done once.</summary>
    public async Task<TransactionOutcome> TransactAsync(List<TransactWriteItem> writes, Ulid token, Deadline deadline)
    {
        var request = new TransactWriteItemsRequest
        {
            TransactItems = writes,
            ClientRequestToken = token.ToString(),
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var response = await client.TransactWriteItemsAsync(request, deadline.Token);
                deadline.Usage.Wrote("TransactWriteItems", response.ConsumedCapacity.Units());
                return new(writes, null);
            }
            catch (TransactionCanceledException canceled) when (StoreFaults.IsRefusal(canceled.CancellationReasons))
            {
                return new(writes, canceled.CancellationReasons);
            }
            catch (TransactionCanceledException canceled) when (StoreFaults.IsContention(canceled.CancellationReasons))
            {
            }
            catch (TransactionInProgressException)
            {
            }

            await backoff.WaitAsync(attempt, deadline);
        }
    }

    /// <summary>Deletes by key without conditions, however many.</summary>
    public Task DeleteManyAsync(IEnumerable<Item> keys, Deadline deadline) => Task.WhenAll(keys
        .Select(key => new WriteRequest(new DeleteRequest(key)))
        .Chunk(BatchSize)
        .Select(batch => WriteBatchAsync([.. batch], deadline)));

    private async Task WriteBatchAsync(List<WriteRequest> batch, Deadline deadline)
    {
        for (var attempt = 0; batch is not []; attempt++)
        {
            var request = new BatchWriteItemRequest
            {
                RequestItems = new() { [table] = batch },
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            };
            var response = await client.BatchWriteItemAsync(request, deadline.Token);
            deadline.Usage.Wrote("BatchWriteItem", response.ConsumedCapacity.Units());
            batch = response.UnprocessedItems?.GetValueOrDefault(table) ?? [];
            if (batch is not [])
            {
                await backoff.WaitAsync(attempt, deadline);
            }
        }
    }
}
