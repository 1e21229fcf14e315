using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using static Lexicon.Local.DynamoDb.Resources.TableProperties;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>
/// What the engine is asked to make of a table of the templates: the bodies of
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html and API_UpdateTable.html.
/// </summary>
internal static class TableRequest
{
    private static readonly JsonSerializerOptions Plain = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A request that names the table and says no more.</summary>
    public static JsonObject Named(TableDefinition table) => new() { ["TableName"] = table.Name };

    /// <summary>Creates the table.</summary>
    public static JsonObject Create(TableDefinition table)
    {
        var request = Named(table);
        request["AttributeDefinitions"] = Node(table.Attributes);
        request["KeySchema"] = Node(table.Key);
        request["BillingMode"] = table.BillingMode;
        request["DeletionProtectionEnabled"] = table.IsProtected;
        if (table.Throughput is not null)
        {
            request["ProvisionedThroughput"] = Units(table.Throughput);
        }

        if (table.GlobalIndexes.Count > 0)
        {
            request["GlobalSecondaryIndexes"] = new JsonArray([.. table.GlobalIndexes.Select(Index)]);
        }

        if (table.LocalIndexes.Count > 0)
        {
            request["LocalSecondaryIndexes"] = new JsonArray([.. table.LocalIndexes.Select(Index)]);
        }

        if (table.StreamView is not null)
        {
            request["StreamSpecification"] = Stream(table.StreamView);
        }

        return request;
    }

    /// <summary>Changes one global secondary index: <c>Create</c> or <c>Delete</c>.</summary>
    public static JsonObject UpdateIndex(TableDefinition table, string change, JsonObject index)
    {
        var request = Named(table);
        request["AttributeDefinitions"] = Node(table.Attributes);
        request["GlobalSecondaryIndexUpdates"] = new JsonArray(new JsonObject { [change] = index });
        return request;
    }

    /// <summary>An index as requests describe it.</summary>
    public static JsonObject Index(SecondaryIndex index)
    {
        var node = new JsonObject
        {
            ["IndexName"] = index.IndexName,
            ["KeySchema"] = Node(index.KeySchema),
            ["Projection"] = Node(index.Projection),
        };
        if (index.ProvisionedThroughput is not null)
        {
            node["ProvisionedThroughput"] = Units(index.ProvisionedThroughput);
        }

        return node;
    }

    /// <summary>A stream as requests describe it.</summary>
    public static JsonObject Stream(string view) => new() { ["StreamEnabled"] = true, ["StreamViewType"] = view };

    private static JsonObject Units(Throughput throughput) => new()
    {
        ["ReadCapacityUnits"] = throughput.ReadCapacityUnits,
        ["WriteCapacityUnits"] = throughput.WriteCapacityUnits,
    };

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, Plain)!;
}
