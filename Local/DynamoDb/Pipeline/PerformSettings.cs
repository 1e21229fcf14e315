using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>
/// An <c>UpdateTable</c> that changes nothing in the engine, which would refuse it: the table's class, its key, its most units
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html).
/// </summary>
internal sealed class PerformSettings(EngineClient client, SettingsOfTables settings, ArnTranslation arns) : IStep
{
    private static readonly string[] OfEngine =
    [
        "BillingMode", "ProvisionedThroughput", "GlobalSecondaryIndexUpdates", "StreamSpecification", "ReplicaUpdates",
        "DeletionProtectionEnabled",
    ];

    public async ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        var request = exchange.Request;
        if (exchange.Operation != "UpdateTable"
            || !TableSettings.Members.Any(name => request.Has(name))
            || OfEngine.Any(name => request.Has(name)))
        {
            return null;
        }

        var named = request.Text("TableName")!;
        var table = TableNames.NameOf(named);
        var answer = await client.TryCallAsync("DescribeTable", new() { ["TableName"] = table }, exchange.Cancellation)
            ?? throw DynamoDbException.NotFound($"Requested resource not found: Table: {named} not found");
        settings.Remember(table, exchange.Operation, request);
        var response = new JsonObject { ["TableDescription"] = answer["Table"]!.DeepClone() };
        arns.Translate(exchange.Operation, response);
        TableDescriptions.Translate(exchange.Operation, response);
        settings.Describe(response);
        return new JsonResponse(response, Guid.NewGuid().ToString());
    }
}
