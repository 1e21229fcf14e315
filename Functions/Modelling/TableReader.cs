using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>Reads by key, alone, several at once or a stretch of a partition. There is no scan.</summary>
internal sealed class TableReader(IAmazonDynamoDB client, string table, PrimaryKey primaryKey, Backoff backoff)
{
    public async Task<Item?> GetAsync(Item key, bool consistent, ITableCall call)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            Key = key,
            ConsistentRead = consistent,
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        var response = await client.GetItemAsync(request, call.Token);
        call.Read("GetItem", response.ConsumedCapacity.Units());
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Up to 100 items, by what <see cref="PrimaryKey.Identify"/> makes of their keys.</summary>
    public async Task<Dictionary<string, Item>> GetManyAsync(IReadOnlyList<Item> keys, bool consistent, ITableCall call)
    {
        Dictionary<string, Item> found = [];
        List<Item> missing = [.. keys];
        for (var attempt = 0; missing is not []; attempt++)
        {
            var request = new BatchGetItemRequest
            {
                RequestItems = new() { [table] = new() { Keys = missing, ConsistentRead = consistent } },
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            };
            var response = await client.BatchGetItemAsync(request, call.Token);
            call.Read("BatchGetItem", response.ConsumedCapacity.Units());
            foreach (var item in response.Responses?.GetValueOrDefault(table) ?? [])
            {
                found[primaryKey.Identify(item)] = item;
            }

            missing = response.UnprocessedKeys?.GetValueOrDefault(table)?.Keys ?? [];
            if (missing is not [])
            {
                await backoff.WaitAsync(attempt, call);
            }
        }

        return found;
    }

    /// <summary>
    /// Reads a selection. One item more than the limit is asked for: whether there is a next page is then known, and a list never
    /// ends in an empty page.
    /// </summary>
    public async Task<QueryPage> QueryAsync(PartitionQuery selection, ITableCall call)
    {
        var condition = KeyCondition(selection);
        var projection = selection.Attributes is { } attributes ? string.Join(", ", attributes.Select(name => $"#{name}")) : null;
        var request = new QueryRequest
        {
            TableName = table,
            IndexName = selection.Index?.Name,
            KeyConditionExpression = condition.Text,
            ExpressionAttributeNames = Expression.NamesIn(condition.Text, projection),
            ExpressionAttributeValues = condition.Values,
            ProjectionExpression = projection,
            ScanIndexForward = !selection.Backward,
            ConsistentRead = selection.Consistent,
            ExclusiveStartKey = selection.After,
            Limit = selection.Limit + 1,
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        var response = await client.QueryAsync(request, call.Token);
        call.Read("Query", response.ConsumedCapacity.Units());
        var items = response.Items ?? [];
        return new(
            [.. items.Take(selection.Limit)],
            items.Count > selection.Limit || response.LastEvaluatedKey is { Count: > 0 });
    }

    private Expression KeyCondition(PartitionQuery selection)
    {
        var (partitionKey, sortKey) = selection.Index is { } index
            ? (index.PartitionKey, index.SortKey)
            : (primaryKey.PartitionKey, primaryKey.SortKey);
        var inPartition = new Expression($"#{partitionKey} = :partition", new() { [":partition"] = new(selection.Partition) });
        return selection switch
        {
            { Until: { } until } => inPartition.And(new(
                $"#{sortKey} BETWEEN :prefix AND :until",
                new() { [":prefix"] = new(selection.Prefix), [":until"] = new(until) })),
            { Prefix: "" } => inPartition,
            _ => inPartition.And(new(
                $"begins_with(#{sortKey}, :prefix)", new() { [":prefix"] = new(selection.Prefix) })),
        };
    }
}
