using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>
/// <c>TagResource</c>, <c>UntagResource</c> and <c>ListTagsOfResource</c> on tables
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.Operations.html).
/// </summary>
internal sealed class PerformTagging(Tables tables, TableTags tags) : IStep
{
    private const int Most = 50;

    public async ValueTask<IResult?> RunAsync(Exchange exchange) =>
        exchange.Operation is "TagResource" or "UntagResource" or "ListTagsOfResource"
            ? new JsonResponse(await PerformAsync(exchange.Operation, exchange.Request), Guid.NewGuid().ToString())
            : null;

    private async Task<JsonObject> PerformAsync(string operation, JsonElement request)
    {
        var arn = request.Text("ResourceArn")!;
        if (!arn.StartsWith(TableNames.Prefix + "table/", StringComparison.Ordinal))
        {
            throw DynamoDbException.Invalid($"Invalid TableArn: Invalid ResourceArn provided as input {arn}");
        }

        var table = TableNames.NameOf(arn);
        if (await tables.FindShapeAsync(table, CancellationToken.None) is null)
        {
            throw DynamoDbException.NotFound($"Requested resource not found: ResourcArn: {arn} not found");
        }

        return operation switch
        {
            "ListTagsOfResource" => new() { ["Tags"] = tags.Of(table) },
            "TagResource" => Add(table, request),
            _ => Remove(table, request),
        };
    }

    /// <summary>The tags in a request.</summary>
    public static IEnumerable<(string Key, string Value)> In(JsonElement request) =>
        request.Items("Tags").Select(static tag => (tag.Text("Key")!, tag.Text("Value")!));

    private JsonObject Add(string table, JsonElement request)
    {
        var added = In(request).ToList();
        if (added.Count == 0)
        {
            throw DynamoDbException.Invalid("Atleast one Tag needs to be provided as Input.");
        }

        if (tags.CountWith(table, added.Select(static tag => tag.Key)) > Most)
        {
            throw DynamoDbException.Invalid($"One or more parameter values were invalid: Too many tags: a table has at most {Most}");
        }

        tags.Add(table, added);
        return [];
    }

    private JsonObject Remove(string table, JsonElement request)
    {
        var keys = request.Items("TagKeys").Select(static key => key.GetString()!).ToList();
        if (keys.Count == 0)
        {
            throw DynamoDbException.Invalid("Atleast one Tag Key needs to be provided as Input.");
        }

        tags.Remove(table, keys);
        return [];
    }
}
