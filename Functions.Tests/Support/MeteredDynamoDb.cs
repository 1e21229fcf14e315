using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// The SDK's client, which also writes down each request as the permission that it needs, the capacity that its reads consumed
/// and how many items its writes touched. (Of transactions DynamoDB Local tells a capacity that does not depend on the number of
/// items in them, as it does on AWS.) <see cref="Lost"/> makes the client lose answers, <see cref="Fault"/> fail.
/// </summary>
internal sealed class MeteredDynamoDb(AWSCredentials credentials, AmazonDynamoDBConfig config)
    : AmazonDynamoDBClient(credentials, config)
{
    private readonly HashSet<(string Action, string? Index)> _actions = [];
    private readonly Lock _lock = new();

    /// <summary>What was asked for: the action and the index, in no order, each once.</summary>
    public IReadOnlySet<(string Action, string? Index)> Actions => _actions;

    /// <summary>The read units that were consumed.</summary>
    public double Reads { get; private set; }

    /// <summary>How many items were written or deleted.</summary>
    public int Writes { get; private set; }

    /// <summary>How many more writes are done whose answer gets lost, so that the SDK would send them again.</summary>
    public int Lost { get; set; }

    /// <summary>What every request fails with, before it is sent.</summary>
    public Exception? Fault { get; set; }

    /// <summary>How many more requests fail.</summary>
    public int Faults { get; set; } = int.MaxValue;

    /// <summary>The only action that fails; null for every one.</summary>
    public string? FaultyAction { get; set; }

    public void Reset()
    {
        _actions.Clear();
        (Reads, Writes) = (0, 0);
    }

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return ReadAsync("GetItem", () => base.GetItemAsync(request, cancellationToken), response => [response.ConsumedCapacity]);
    }

    public override Task<BatchGetItemResponse> BatchGetItemAsync(
        BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return ReadAsync(
            "BatchGetItem", () => base.BatchGetItemAsync(request, cancellationToken), response => response.ConsumedCapacity);
    }

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return ReadAsync(
            "Query",
            () => base.QueryAsync(request, cancellationToken),
            response => [response.ConsumedCapacity],
            request.IndexName);
    }

    public override Task<UpdateItemResponse> UpdateItemAsync(
        UpdateItemRequest request, CancellationToken cancellationToken = default) =>
        WriteAsync(["UpdateItem"], 1, () => base.UpdateItemAsync(request, cancellationToken));

    public override Task<BatchWriteItemResponse> BatchWriteItemAsync(
        BatchWriteItemRequest request, CancellationToken cancellationToken = default) => WriteAsync(
            ["BatchWriteItem"],
            request.RequestItems.Sum(table => table.Value.Count),
            () => base.BatchWriteItemAsync(request, cancellationToken));

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => WriteAsync(
            [.. request.TransactItems.Select(ActionOf)],
            request.TransactItems.Count,
            () => base.TransactWriteItemsAsync(request, cancellationToken));

    private static string ActionOf(TransactWriteItem write) => write switch
    {
        { Put: not null } => "PutItem",
        { Update: not null } => "UpdateItem",
        { Delete: not null } => "DeleteItem",
        _ => "ConditionCheckItem",
    };

    private async Task<T> WriteAsync<T>(string[] actions, int items, Func<Task<T>> send)
    {
        if (Lost-- > 0)
        {
            await send();
        }

        Enter(actions, null);
        var response = await send();
        lock (_lock)
        {
            Writes += items;
        }

        return response;
    }

    private async Task<T> ReadAsync<T>(
        string action, Func<Task<T>> send, Func<T, List<ConsumedCapacity>?> capacity, string? index = null)
    {
        Enter([action], index);
        var response = await send();
        lock (_lock)
        {
            Reads += capacity(response)!.Sum(consumed => consumed.CapacityUnits!.Value);
        }

        return response;
    }

    private void Enter(string[] actions, string? index)
    {
        lock (_lock)
        {
            if (Fault is not null && Faults > 0 && (FaultyAction is null || actions.Contains(FaultyAction)))
            {
                Faults--;
                throw Fault;
            }

            _actions.UnionWith(actions.Select(action => (action, index)));
        }
    }
}
