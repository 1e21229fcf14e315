using System.Text.Json.Nodes;
using Lexicon.Local.Tests.Aws;

namespace Lexicon.Local.Tests.DynamoDb;

[Collection(SharedEngine.Name)]
public sealed class StreamTests(EngineFixture fixture)
{
    private const string StreamArn = SampleTable.Arn + "/stream/2026-01-01T00:00:00.000";

    [Fact]
    public async Task Stream_IsReadByTheArnOfTheTemplate()
    {
        await fixture.PutAsync("stream", "1", text: "told");

        var stream = (await CallAsync("DescribeStream", new() { ["StreamArn"] = StreamArn }))["StreamDescription"]!;
        Assert.Equal(StreamArn, (string?)stream["StreamArn"]);
        Assert.Equal("NEW_AND_OLD_IMAGES", (string?)stream["StreamViewType"]);

        var records = new List<JsonNode?>();
        foreach (var shard in stream["Shards"]!.AsArray())
        {
            var iterator = await CallAsync("GetShardIterator", new()
            {
                ["StreamArn"] = StreamArn,
                ["ShardId"] = (string?)shard!["ShardId"],
                ["ShardIteratorType"] = "TRIM_HORIZON",
            });
            records.AddRange(
                (await CallAsync("GetRecords", new() { ["ShardIterator"] = (string?)iterator["ShardIterator"] }))["Records"]!.AsArray());
        }

        var record = Assert.Single(records, static record => (string?)record!["dynamodb"]!["Keys"]!["pk"]!["S"] == "stream")!;
        Assert.Equal("us-east-1", (string?)record["awsRegion"]);
        Assert.Matches("^[0-9a-f]{32}$", (string?)record["eventID"]);
        Assert.Equal("told", (string?)record["dynamodb"]!["NewImage"]!["text"]!["S"]);
    }

    [Fact]
    public async Task ListStreams_AnswersTheArnOfTheTemplate()
    {
        var streams = (await CallAsync("ListStreams", new() { ["TableName"] = SampleTable.Name }))["Streams"]!.AsArray();

        Assert.Equal([StreamArn], streams.Select(static stream => (string?)stream!["StreamArn"]));
    }

    private async Task<JsonNode> CallAsync(string operation, JsonObject request)
    {
        using var http = new HttpClient();
        var answer = await http.SendAsync((new TestRequest(fixture.Running.Address, "dynamodb", DateTimeOffset.UtcNow)
        {
            Body = request.ToJsonString(),
            Headers = { ["x-amz-target"] = $"DynamoDBStreams_20120810.{operation}" },
        }).Sign());
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!;
    }
}
