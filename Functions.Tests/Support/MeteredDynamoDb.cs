using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// The SDK's client, which also writes down each request as the permission that it needs, as an access pattern, and with the
/// capacity that it consumed; that of a transaction is <see cref="WriteUnits"/>'s. <see cref="Lost"/> makes the client lose
/// answers, <see cref="Fault"/> fail.
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

    /// <summary>The write units that were consumed, once <see cref="Measures"/> says so.</summary>
    public double Writes { get; private set; }

    /// <summary>The requests, in the order in which they were made, once <see cref="Measures"/> says so.</summary>
    public List<TableAccess> Accesses { get; } = [];

    /// <summary>Whether requests are kept and writes measured, for which every item is looked at before and after.</summary>
    public bool Measures { get; set; }

    /// <summary>How many more writes are done whose answer gets lost, so that the SDK would send them again.</summary>
    public int Lost { get; set; }

    /// <summary>What every request fails with, before it is sent.</summary>
    public Exception? Fault { get; set; }

    /// <summary>How many more requests fail.</summary>
    public int Faults { get; set; } = int.MaxValue;

    /// <summary>The only action that fails; null for every one.</summary>
    public string? FaultyAction { get; set; }

    /// <summary>How many requests are spared before they begin to fail.</summary>
    public int Spared { get; set; }

    public void Reset()
    {
        _actions.Clear();
        Accesses.Clear();
        (Reads, Writes) = (0, 0);
    }

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
        ReadAsync(
            AccessNotes.Of(request), () => base.GetItemAsync(request, cancellationToken), response => [response.ConsumedCapacity]);

    public override Task<BatchGetItemResponse> BatchGetItemAsync(
        BatchGetItemRequest request, CancellationToken cancellationToken = default) => ReadAsync(
            AccessNotes.Of(request),
            () => base.BatchGetItemAsync(request, cancellationToken),
            response => [.. response.ConsumedCapacity, ForMissing(request, response)]);

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
        ReadAsync(
            AccessNotes.Of(request), () => base.QueryAsync(request, cancellationToken), response => [response.ConsumedCapacity]);

    public override Task<UpdateItemResponse> UpdateItemAsync(
        UpdateItemRequest request, CancellationToken cancellationToken = default) => WriteAsync(
            AccessNotes.Of(request),
            ["UpdateItem"],
            [request.Key],
            () => base.UpdateItemAsync(request, cancellationToken),
            response => response.ConsumedCapacity.CapacityUnits);

    public override Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) =>
        WriteAsync(
            AccessNotes.Of(request),
            ["PutItem"],
            [new() { ["pk"] = request.Item["pk"], ["sk"] = request.Item["sk"] }],
            () => base.PutItemAsync(request, cancellationToken),
            response => response.ConsumedCapacity.CapacityUnits);

    public override Task<DeleteItemResponse> DeleteItemAsync(
        DeleteItemRequest request, CancellationToken cancellationToken = default) => WriteAsync(
            AccessNotes.Of(request),
            ["DeleteItem"],
            [request.Key],
            () => base.DeleteItemAsync(request, cancellationToken),
            response => response.ConsumedCapacity.CapacityUnits);

    public override Task<BatchWriteItemResponse> BatchWriteItemAsync(
        BatchWriteItemRequest request, CancellationToken cancellationToken = default) => WriteAsync(
            AccessNotes.Of(request),
            ["BatchWriteItem"],
            [.. request.RequestItems[TestTable.Name].Select(write => write.DeleteRequest.Key)],
            () => base.BatchWriteItemAsync(request, cancellationToken),
            response => response.ConsumedCapacity.Sum(consumed => consumed.CapacityUnits));

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => WriteAsync(
            AccessNotes.Of(request),
            [.. request.TransactItems.Select(ActionOf)],
            [.. request.TransactItems.Select(KeyOf)],
            () => base.TransactWriteItemsAsync(request, cancellationToken),
            told: null);

    /// <summary>
    /// What is asked for and not there costs as much as the smallest item; DynamoDB Local counts nothing for it in a batch.
    /// </summary>
    private static ConsumedCapacity ForMissing(BatchGetItemRequest request, BatchGetItemResponse response)
    {
        var (name, table) = request.RequestItems.Single();
        var missing = table.Keys.Count - (response.Responses.GetValueOrDefault(name)?.Count ?? 0);
        return new() { CapacityUnits = missing * (table.ConsistentRead is true ? 1 : 0.5) };
    }

    private static string ActionOf(TransactWriteItem write) => write switch
    {
        { Put: not null } => "PutItem",
        { Update: not null } => "UpdateItem",
        { Delete: not null } => "DeleteItem",
        _ => "ConditionCheckItem",
    };

    private static Item KeyOf(TransactWriteItem write) => write switch
    {
        { Put: { } put } => new() { ["pk"] = put.Item["pk"], ["sk"] = put.Item["sk"] },
        { Update: { } update } => update.Key,
        { Delete: { } delete } => delete.Key,
        _ => write.ConditionCheck.Key,
    };

    /// <param name="access">The request.</param>
    /// <param name="actions">The permissions that it needs.</param>
    /// <param name="keys">What it writes.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="told">The units that DynamoDB Local tells; null of a transaction.</param>
    private async Task<T> WriteAsync<T>(
        TableAccess access, string[] actions, IReadOnlyList<Item> keys, Func<Task<T>> send, Func<T, double?>? told)
    {
        if (Lost-- > 0)
        {
            await send();
        }

        Enter(actions, access);
        var before = await LookAsync(keys);
        var response = await send();
        var after = await LookAsync(keys);
        var units = before.Zip(after).Sum(item => WriteUnits.Of(item.First, item.Second, isTransaction: told is null));
        if (Measures && told is not null)
        {
            Assert.Equal(units, told(response));
        }

        lock (_lock)
        {
            Writes += units;
        }

        return response;
    }

    private async Task<IReadOnlyList<Item>> LookAsync(IReadOnlyList<Item> keys) => Measures
        ? await Task.WhenAll(keys.Select(async key =>
            (await base.GetItemAsync(new() { TableName = TestTable.Name, Key = key, ConsistentRead = true })).Item ?? []))
        : [];

    private async Task<T> ReadAsync<T>(TableAccess access, Func<Task<T>> send, Func<T, List<ConsumedCapacity>?> capacity)
    {
        Enter([access.Request], access);
        var response = await send();
        lock (_lock)
        {
            Reads += capacity(response)?.Sum(consumed => consumed?.CapacityUnits ?? 0) ?? 0;
        }

        return response;
    }

    private void Enter(string[] actions, TableAccess access)
    {
        lock (_lock)
        {
            if (Fault is not null && Faults > 0 && (FaultyAction is null || actions.Contains(FaultyAction)) && Spared-- <= 0)
            {
                Faults--;
                throw Fault;
            }

            _actions.UnionWith(actions.Select(action => (action, access.Index)));
            if (Measures)
            {
                Accesses.Add(access);
            }
        }
    }
}
