using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.Iam;

namespace Lexicon.Local.DynamoDb.Streams;

/// <summary>Reads the engine's streams by our ARNs, on behalf of a caller who may.</summary>
internal sealed class StreamAccess(
    DatabaseEngine engine, ArnTranslation arns, IIdentities identities, WriteSignal writes, TimeProvider time)
{
    private const string Version = "DynamoDBStreams_20120810.";

    /// <summary>See <see cref="IStreams.Written"/>.</summary>
    public Task Written => writes.Next;

    /// <summary>See <see cref="IStreams.Authorize"/>.</summary>
    public Decision Authorize(Caller caller, string operation, string streamArn) =>
        identities.Authorize(new AccessRequest(caller, $"dynamodb:{operation}", streamArn));

    /// <summary>See <see cref="IStreams.DescribeAsync"/>.</summary>
    public async Task<IReadOnlyList<StreamShard>?> DescribeAsync(Caller caller, string streamArn, CancellationToken cancellation)
    {
        var shards = new List<StreamShard>();
        var request = new JsonObject { ["StreamArn"] = arns.ToEngine(streamArn) };
        do
        {
            JsonNode? stream;
            try
            {
                stream = (await CallAsync(caller, "DescribeStream", streamArn, request, cancellation))["StreamDescription"];
            }
            catch (DynamoDbException absent) when (absent.Error.Code == "ResourceNotFoundException")
            {
                return null;
            }

            shards.AddRange(stream?["Shards"]?.AsArray().Select(
                shard => new StreamShard((string)shard!["ShardId"]!, (string?)shard["ParentShardId"])) ?? []);
            request["ExclusiveStartShardId"] = (string?)stream?["LastEvaluatedShardId"];
        }
        while (request["ExclusiveStartShardId"] is not null);
        return shards;
    }

    /// <summary>See <see cref="IStreams.IterateAsync"/>.</summary>
    public async Task<string> IterateAsync(
        Caller caller, string streamArn, string shardId, string? after, CancellationToken cancellation)
    {
        var request = new JsonObject
        {
            ["StreamArn"] = arns.ToEngine(streamArn),
            ["ShardId"] = shardId,
            ["ShardIteratorType"] = after is null ? "TRIM_HORIZON" : "AFTER_SEQUENCE_NUMBER",
        };
        if (after is not null)
        {
            request["SequenceNumber"] = after;
        }

        return (string)(await CallAsync(caller, "GetShardIterator", streamArn, request, cancellation))["ShardIterator"]!;
    }

    /// <summary>See <see cref="IStreams.ReadAsync"/>.</summary>
    public async Task<StreamPage> ReadAsync(
        Caller caller, string streamArn, string iterator, int most, CancellationToken cancellation)
    {
        var request = new JsonObject { ["ShardIterator"] = iterator, ["Limit"] = most };
        var answer = await CallAsync(caller, "GetRecords", streamArn, request, cancellation);
        arns.Translate("GetRecords", answer);
        var records = (answer["Records"] as JsonArray ?? []).OfType<JsonObject>().Select(record => (JsonObject)record.DeepClone()).ToList();
        records.ForEach(CorrectTime);
        return new StreamPage(records, (string?)answer["NextShardIterator"]);
    }

    /// <summary>
    /// The engine rounds the time of a change down to its minute, DynamoDB to the second. A record that is read was made at the end of
    /// that minute at the latest, or just now.
    /// </summary>
    private void CorrectTime(JsonObject record)
    {
        const string Name = "ApproximateCreationDateTime";
        if (record["dynamodb"] is JsonObject change && (double?)change[Name] is { } minute && minute % 60 is 0)
        {
            change[Name] = Math.Max((long)minute, Math.Min((long)minute + 59, time.GetUtcNow().ToUnixTimeSeconds()));
        }
    }

    private async Task<JsonNode> CallAsync(
        Caller caller, string operation, string streamArn, JsonObject request, CancellationToken cancellation)
    {
        if (Authorize(caller, operation, streamArn) is { Allowed: false } denial)
        {
            throw Error("AccessDeniedException", denial.Message);
        }

        using var response = await engine.SendAsync(Version + operation, DeepJson.Write(request), cancellation);
        var answer = await ReadAsync(response, cancellation);
        return response.IsSuccessStatusCode
            ? answer!
            : throw Error(
                ((string?)answer?["__type"])?.Split('#')[^1] ?? "InternalServerError",
                (string?)(answer?["message"] ?? answer?["Message"]) ?? "");
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellation);
            return await DeepJson.ParseAsync(body, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new EngineUnavailableException(wasSent: true);
        }
    }

    private static DynamoDbException Error(string code, string message) => new(new AwsError(400, code, message));
}
