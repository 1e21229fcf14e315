using System.Text.Json.Nodes;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>
/// The records of a stream, by DynamoDB Streams' own operations
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html).
/// </summary>
internal sealed class TableStream(AwsCalls aws)
{
    private const int Shown = 100;
    private const int MostPages = 20;

    /// <summary>The newest records, or those that came since.</summary>
    /// <param name="arn">The stream.</param>
    /// <param name="from">The member <c>next</c> of the answer before: an iterator for each shard; null: from the beginning.</param>
    public async Task<JsonObject> ReadAsync(string arn, JsonObject? from)
    {
        var described = await CallAsync("DescribeStream", new() { ["StreamArn"] = arn });
        List<JsonNode> records = [];
        JsonObject next = [];
        foreach (var shard in described["StreamDescription"]!["Shards"]!.AsArray().Select(shard => shard!["ShardId"]!.ToString()))
        {
            next[shard] = await ReadShardAsync(from?[shard]?.ToString() ?? await BeginAsync(arn, shard), records);
        }

        return new()
        {
            ["records"] = new JsonArray([.. records.TakeLast(Shown)]),
            ["next"] = next,
        };
    }

    // An empty iterator is that of a shard that is closed and read to its end.
    private async Task<string> ReadShardAsync(string iterator, List<JsonNode> records)
    {
        for (var page = 0; page < MostPages && iterator.Length > 0; page++)
        {
            var read = await CallAsync("GetRecords", new() { ["ShardIterator"] = iterator });
            var some = read["Records"]!.AsArray();
            records.AddRange(some.Select(record => record!.DeepClone()));
            iterator = read["NextShardIterator"]?.ToString() ?? "";
            if (some.Count == 0)
            {
                break;
            }
        }

        return iterator;
    }

    private async Task<string> BeginAsync(string arn, string shard) => (await CallAsync("GetShardIterator", new()
    {
        ["StreamArn"] = arn,
        ["ShardId"] = shard,
        ["ShardIteratorType"] = "TRIM_HORIZON",
    }))["ShardIterator"]!.ToString();

    private Task<JsonObject> CallAsync(string operation, JsonObject request) =>
        aws.JsonAsync("dynamodb", $"DynamoDBStreams_20120810.{operation}", request);
}
