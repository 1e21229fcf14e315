using System.Text.Json;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>
/// What a request needs permission for: actions, resources and condition keys
/// (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html and
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html).
/// </summary>
/// <param name="tables">Knows the partition keys.</param>
/// <param name="arns">Knows the streams.</param>
/// <param name="operation">The operation.</param>
/// <param name="request">Its request.</param>
internal sealed class PermissionReader(Tables tables, ArnTranslation arns, string operation, JsonElement request)
{
    // No key has this value, so a policy that demands leading keys denies what cannot be read here.
    private static readonly IReadOnlyList<string> Unreadable = [""];

    private static readonly string[] Expressions =
        ["ProjectionExpression", "ConditionExpression", "FilterExpression", "KeyConditionExpression", "UpdateExpression"];

    // The parameters from before there were expressions.
    private static readonly string[] Conditions = ["Expected", "AttributeUpdates", "QueryFilter", "ScanFilter"];

    /// <summary>Reads the permissions.</summary>
    public async Task<IReadOnlyList<RequiredPermission>> ReadAsync(CancellationToken cancellation) => operation switch
    {
        "GetItem" => [await ReadKeyAsync(operation, request, cancellation)],
        "PutItem" or "UpdateItem" or "DeleteItem" => [await ReadWriteAsync(cancellation)],
        "Query" => [await ReadQueryAsync(cancellation)],
        "Scan" => [ReadIndexed()],
        "BatchGetItem" => await ReadBatchAsync(ReadBatchGetAsync, cancellation),
        "BatchWriteItem" => await ReadBatchAsync(ReadBatchWriteAsync, cancellation),
        "TransactGetItems" or "TransactWriteItems" => await ReadTransactionAsync(cancellation),
        "GetRecords" => [new RequiredPermission(Action(operation), StreamOf(request.Text("ShardIterator") ?? ""), null)],
        "DescribeStream" or "GetShardIterator" => [new RequiredPermission(Action(operation), request.Text("StreamArn") ?? "*", null)],
        "ListTables" or "DescribeLimits" or "DescribeEndpoints" => [new RequiredPermission(Action(operation), TableNames.Arn("*"), null)],
        "ListStreams" => [new RequiredPermission(Action(operation), $"{TableNames.Arn(request.Text("TableName") ?? "*")}/stream/*", null)],
        "TagResource" or "UntagResource" or "ListTagsOfResource" or "PutResourcePolicy" or "GetResourcePolicy" or "DeleteResourcePolicy" =>
            [new RequiredPermission(Action(operation), request.Text("ResourceArn") ?? "*", null)],
        "ListBackups" => [new RequiredPermission(Action(operation), "*", null)],
        "DescribeBackup" or "DeleteBackup" => [new RequiredPermission(Action(operation), request.Text("BackupArn") ?? "*", null)],
        "RestoreTableFromBackup" =>
        [
            new RequiredPermission(Action(operation), request.Text("BackupArn") ?? "*", null),
            .. ToRestoreInto(request.Text("TargetTableName") ?? ""),
        ],
        "RestoreTableToPointInTime" =>
        [
            new RequiredPermission(Action(operation), SourceOfRestore, TableNames.NameOf(SourceOfRestore)),
            .. ToRestoreInto(request.Text("TargetTableName") ?? ""),
        ],
        _ => [OnTable(operation, request)],
    };

    private string SourceOfRestore =>
        request.Text("SourceTableArn") ?? TableNames.Arn(request.Text("SourceTableName") ?? "");

    // A restore writes a table, for which the caller needs what a writer of it needs, too:
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_IAM.html.
    private static IEnumerable<RequiredPermission> ToRestoreInto(string table) =>
        from action in (string[])["BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "Scan", "UpdateItem"]
        select new RequiredPermission(Action(action), TableNames.Arn(table), table);

    // The engine's iterators carry the ARN of the stream as it knows it, between bars.
    private string StreamOf(string iterator) => iterator.Split('|').FirstOrDefault(static part =>
        part.StartsWith(TableNames.EnginePrefix, StringComparison.Ordinal)) is { } arn ? arns.ToPublic(arn) : "*";

    private static string Action(string operation) => $"dynamodb:{operation}";

    private RequiredPermission OnTable(string operationOnTable, JsonElement part)
    {
        var table = TableNames.NameOf(part.Text("TableName") ?? "");
        return new RequiredPermission(Action(operationOnTable), TableNames.Arn(table), table)
        {
            ReturnConsumedCapacity = request.Text("ReturnConsumedCapacity"),
        };
    }

    private async Task<RequiredPermission> ReadWriteAsync(CancellationToken cancellation) =>
        await ReadKeyAsync(operation, request, cancellation) with { ReturnValues = request.Text("ReturnValues") ?? "NONE" };

    private async Task<RequiredPermission> ReadKeyAsync(string operationOnItem, JsonElement part, CancellationToken cancellation)
    {
        var access = OnTable(operationOnItem, part);
        var key = part.Get(operationOnItem == "PutItem" ? "Item" : "Key");
        return access with
        {
            LeadingKeys = await LeadingKeysAsync(access.Table!, [key], cancellation),
            Attributes = Attributes(part, Names([key])),
            Select = operationOnItem == "GetItem" ? Select(part) : null,
        };
    }

    private async Task<RequiredPermission> ReadQueryAsync(CancellationToken cancellation)
    {
        var access = ReadIndexed();
        var shape = await tables.FindShapeAsync(access.Table!, cancellation);
        var partitionKey = request.Text("IndexName") is { } index
            ? shape?.IndexPartitionKeys.GetValueOrDefault(index)
            : shape?.PartitionKey;
        return access with { LeadingKeys = partitionKey is not null && QueriedKey(partitionKey) is { } key ? [key] : Unreadable };
    }

    private string? QueriedKey(string partitionKey)
    {
        if (request.Text("KeyConditionExpression") is { } expression)
        {
            return ExpressionNames.EqualTo(partitionKey, expression, request.Get("ExpressionAttributeNames")) is { } placeholder
                ? request.Get("ExpressionAttributeValues").Get(placeholder).KeyText()
                : null;
        }

        var condition = request.Get("KeyConditions").Get(partitionKey);
        return condition.Text("ComparisonOperator") == "EQ" && condition.Items("AttributeValueList").ToList() is [var value]
            ? value.KeyText()
            : null;
    }

    // Query and Scan, of a table or of one of its indexes.
    private RequiredPermission ReadIndexed()
    {
        var access = OnTable(operation, request);
        return access with
        {
            Resource = request.Text("IndexName") is { } index ? $"{access.Resource}/index/{index}" : access.Resource,
            Attributes = Attributes(request, request.Members("KeyConditions").Select(static member => member.Name)),
            Select = Select(request),
        };
    }

    private async Task<IReadOnlyList<RequiredPermission>> ReadBatchAsync(
        Func<RequiredPermission, JsonElement, CancellationToken, Task<RequiredPermission>> read, CancellationToken cancellation)
    {
        List<RequiredPermission> accesses = [];
        foreach (var item in request.Members("RequestItems"))
        {
            var table = TableNames.NameOf(item.Name);
            var access = new RequiredPermission(Action(operation), TableNames.Arn(table), table)
            {
                ReturnConsumedCapacity = request.Text("ReturnConsumedCapacity"),
            };
            accesses.Add(await read(access, item.Value, cancellation));
        }

        return accesses;
    }

    private async Task<RequiredPermission> ReadBatchGetAsync(RequiredPermission access, JsonElement part, CancellationToken cancellation)
    {
        var keys = part.Items("Keys").ToList();
        return access with
        {
            LeadingKeys = await LeadingKeysAsync(access.Table!, keys, cancellation),
            Attributes = Attributes(part, Names(keys)),
            Select = Select(part),
        };
    }

    private async Task<RequiredPermission> ReadBatchWriteAsync(RequiredPermission access, JsonElement part, CancellationToken cancellation)
    {
        var items = part.ValueKind == JsonValueKind.Array
            ? part.EnumerateArray()
                .Select(static write => write.Get("PutRequest").Get("Item") is { ValueKind: JsonValueKind.Object } item
                    ? item
                    : write.Get("DeleteRequest").Get("Key"))
                .ToList()
            : [];
        return access with
        {
            LeadingKeys = await LeadingKeysAsync(access.Table!, items, cancellation),
            Attributes = [.. Names(items).Distinct()],
        };
    }

    private async Task<IReadOnlyList<RequiredPermission>> ReadTransactionAsync(CancellationToken cancellation)
    {
        List<RequiredPermission> accesses = [];
        foreach (var part in request.Items("TransactItems").Where(static part => part.ValueKind == JsonValueKind.Object))
        {
            foreach (var member in part.EnumerateObject())
            {
                var action = member.Name switch
                {
                    "ConditionCheck" => "ConditionCheckItem",
                    var name => $"{name}Item",
                };
                accesses.Add(await ReadKeyAsync(action, member.Value, cancellation) with { EnclosingOperation = operation });
            }
        }

        return accesses;
    }

    private async Task<IReadOnlyList<string>> LeadingKeysAsync(
        string table, IReadOnlyList<JsonElement> items, CancellationToken cancellation)
    {
        var shape = await tables.FindShapeAsync(table, cancellation);
        var keys = items.Select(item => shape is null ? null : item.Get(shape.PartitionKey).KeyText()).ToList();
        return keys.Count == 0 || keys.Contains(null) ? Unreadable : [.. keys.Distinct()!];
    }

    private static IEnumerable<string> Names(IEnumerable<JsonElement> items) => items
        .Where(static item => item.ValueKind == JsonValueKind.Object)
        .SelectMany(static item => item.EnumerateObject().Select(static member => member.Name));

    private static IReadOnlyList<string> Attributes(JsonElement part, IEnumerable<string> direct)
    {
        var names = part.Get("ExpressionAttributeNames");
        return
        [
            .. direct
                .Concat(Expressions.SelectMany(name => part.Text(name) is { } text ? ExpressionNames.In(text, names) : []))
                .Concat(part.Items("AttributesToGet").Select(static name => name.GetString() ?? ""))
                .Concat(Conditions.SelectMany(name => part.Members(name).Select(static member => member.Name)))
                .Distinct(),
        ];
    }

    // What is selected when the request does not say: a condition on dynamodb:Select must not be got round by silence.
    private static string Select(JsonElement part) => part.Text("Select")
        ?? (part.Text("ProjectionExpression") is not null || part.Items("AttributesToGet").Any() ? "SPECIFIC_ATTRIBUTES"
            : part.Text("IndexName") is not null ? "ALL_PROJECTED_ATTRIBUTES"
            : "ALL_ATTRIBUTES");
}
