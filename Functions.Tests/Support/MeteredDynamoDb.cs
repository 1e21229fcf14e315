using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// The SDK's client, which also writes down each request as the permission that it needs, and the capacity that it consumed.
/// <see cref="Lost"/> makes it lose answers.
/// </summary>
internal sealed class MeteredDynamoDb(AWSCredentials credentials, AmazonDynamoDBConfig config) : AmazonDynamoDBClient(credentials, config)
{
    private readonly ConcurrentQueue<(string Action, string? Index)> _actions = new();
    private double _units;

    /// <summary>What was asked for: the action and the index, in no order, each once.</summary>
    public IReadOnlySet<(string Action, string? Index)> Actions => _actions.ToHashSet();

    /// <summary>The units that were consumed, reads and writes together.</summary>
    public double Units => _units;

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
        _units = 0;
    }

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return AskAsync("GetItem", () => base.GetItemAsync(request, cancellationToken), response => [response.ConsumedCapacity]);
    }

    public override Task<BatchGetItemResponse> BatchGetItemAsync(
        BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return AskAsync("BatchGetItem", () => base.BatchGetItemAsync(request, cancellationToken), response => response.ConsumedCapacity);
    }

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return AskAsync(
            "Query", () => base.QueryAsync(request, cancellationToken), response => [response.ConsumedCapacity], request.IndexName);
    }

    public override Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return WriteAsync(
            "UpdateItem", () => base.UpdateItemAsync(request, cancellationToken), response => [response.ConsumedCapacity]);
    }

    public override Task<BatchWriteItemResponse> BatchWriteItemAsync(
        BatchWriteItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return WriteAsync(
            "BatchWriteItem", () => base.BatchWriteItemAsync(request, cancellationToken), response => response.ConsumedCapacity);
    }

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        foreach (var write in request.TransactItems)
        {
            _actions.Enqueue((ActionOf(write), null));
        }

        return WriteAsync(
            null, () => base.TransactWriteItemsAsync(request, cancellationToken), response => response.ConsumedCapacity);
    }

    private static string ActionOf(TransactWriteItem write) => write switch
    {
        { Put: not null } => "PutItem",
        { Update: not null } => "UpdateItem",
        { Delete: not null } => "DeleteItem",
        _ => "ConditionCheckItem",
    };

    private async Task<T> WriteAsync<T>(string? action, Func<Task<T>> send, Func<T, List<ConsumedCapacity>?> capacity)
    {
        if (Lost-- > 0)
        {
            await send();
        }

        return await AskAsync(action, send, capacity);
    }

    private async Task<T> AskAsync<T>(
        string? action, Func<Task<T>> send, Func<T, List<ConsumedCapacity>?> capacity, string? index = null)
    {
        if (Fault is not null && Faults > 0 && (FaultyAction ?? action) == action)
        {
            Faults--;
            throw Fault;
        }

        if (action is not null)
        {
            _actions.Enqueue((action, index));
        }

        var response = await send();
        foreach (var consumed in capacity(response) ?? [])
        {
            lock (_actions)
            {
                _units += consumed?.CapacityUnits ?? 0;
            }
        }

        return response;
    }
}
