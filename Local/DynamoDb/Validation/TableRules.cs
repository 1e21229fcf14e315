using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// What <c>CreateTable</c> asks of keys, indexes and throughput, and <c>UpdateTable</c> of throughput
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html and
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html).
/// </summary>
internal static class TableRules
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string NoThroughput =
        $"{Invalid}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST";

    private const int MostLocal = 5;
    private const int MostGlobal = 20;

    /// <summary>What is wrong with a request; null when nothing is.</summary>
    public static string? Check(JsonElement request)
    {
        var defined = request.Items("AttributeDefinitions").Select(static definition => definition.Text("AttributeName")!).ToList();
        return Throughput(request)
            ?? Key(request, defined, "")
            ?? Indexes(request, "LocalSecondaryIndexes", defined)
            ?? Indexes(request, "GlobalSecondaryIndexes", defined)
            ?? Duplicate(request)
            ?? Unused(request, defined);
    }

    /// <summary>What is wrong with a request to change a table; null when nothing is.</summary>
    public static string? CheckUpdate(JsonElement request) =>
        request.Text("BillingMode") == "PAY_PER_REQUEST" && request.Has("ProvisionedThroughput") ? NoThroughput : null;

    private static string? Throughput(JsonElement request)
    {
        var isProvisioned = (request.Text("BillingMode") ?? "PROVISIONED") == "PROVISIONED";
        return (isProvisioned, request.Get("ProvisionedThroughput").ValueKind == JsonValueKind.Object) switch
        {
            (true, false) => $"{Invalid}ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
            (false, true) => NoThroughput,
            _ => null,
        };
    }

    private static string? Key(JsonElement table, List<string> defined, string index)
    {
        var elements = table.Items("KeySchema").ToList();
        var names = elements.ConvertAll(static element => element.Text("AttributeName")!);
        if (names.Exists(name => !defined.Contains(name)))
        {
            return $"{Invalid}Some index key attributes are not defined in AttributeDefinitions. "
                + $"Keys: {List(names)}, AttributeDefinitions: {List(defined)}";
        }

        return elements[0].Text("KeyType") != "HASH" ? "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"
            : elements.Count == 2 && index.Length == 0 && elements[1].Text("KeyType") != "RANGE"
                ? "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"
            : elements.Count == 2 && names[0] == names[1]
                ? "Invalid KeySchema: Some index key attribute have no definition"
            : null;
    }

    private static string? Indexes(JsonElement request, string kind, List<string> defined)
    {
        if (request.Get(kind).ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var indexes = request.Items(kind).ToList();
        var isLocal = kind[0] == 'L';
        return indexes.Count == 0 ? $"{Invalid}List of {kind} is empty"
            : indexes.Select(index => Key(index, defined, index.Text("IndexName")!)
                    ?? (isLocal ? Local(request, index) : null)
                    ?? Projection(index))
                .FirstOrDefault(static found => found is not null)
            ?? (isLocal && indexes.Count > MostLocal ? $"{Invalid}Number of LocalSecondaryIndexes exceeds per-table limit of {MostLocal}"
                : !isLocal && indexes.Count > MostGlobal
                    ? $"{Invalid}GlobalSecondaryIndex count exceeds the per-table limit of {MostGlobal}"
                : null);
    }

    private static string? Local(JsonElement request, JsonElement index)
    {
        var (table, own) = (request.Items("KeySchema").ToList(), index.Items("KeySchema").ToList());
        var (tableHash, ownHash, name) = (table[0].Text("AttributeName"), own[0].Text("AttributeName"), index.Text("IndexName"));
        return table.Count < 2
                ? $"{Invalid}Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"
            : own.Count < 2 ? $"{Invalid}Index KeySchema does not have a range key for index: {name}"
            : tableHash != ownHash
                ? $"{Invalid}Index KeySchema does not have the same leading hash key as table KeySchema for index: {name}. "
                    + $"index hash key: {ownHash}, table hash key: {tableHash}"
            : null;
    }

    private static string? Projection(JsonElement index)
    {
        var projection = index.Get("Projection");
        var hasNames = projection.Get("NonKeyAttributes").ValueKind == JsonValueKind.Array;
        return (projection.Text("ProjectionType"), hasNames) switch
        {
            (null, _) => $"{Invalid}Unknown ProjectionType: null",
            ("INCLUDE", false) => $"{Invalid}ProjectionType is INCLUDE, but NonKeyAttributes is not specified",
            ("ALL" or "KEYS_ONLY", true) =>
                $"{Invalid}ProjectionType is {projection.Text("ProjectionType")}, but NonKeyAttributes is specified",
            _ => null,
        };
    }

    private static string? Duplicate(JsonElement request) => request.Items("LocalSecondaryIndexes")
        .Concat(request.Items("GlobalSecondaryIndexes"))
        .GroupBy(static index => index.Text("IndexName"))
        .Where(static group => group.Skip(1).Any())
        .Select(static group => $"{Invalid}Duplicate index name: {group.Key}")
        .FirstOrDefault();

    private static string? Unused(JsonElement request, List<string> defined)
    {
        var used = new[] { request }
            .Concat(request.Items("LocalSecondaryIndexes"))
            .Concat(request.Items("GlobalSecondaryIndexes"))
            .SelectMany(static one => one.Items("KeySchema"))
            .Select(static element => element.Text("AttributeName"))
            .Distinct();
        return used.Count() == defined.Distinct().Count() ? null
            : $"{Invalid}Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions";
    }

    private static string List(IEnumerable<string> names) => $"[{string.Join(", ", names)}]";
}
