using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Lambda.EventSources.Streams;

/// <summary>
/// A record of a stream, as its function gets it (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html and
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html).
/// </summary>
internal sealed class StreamRecord
{
    private static readonly string[] Details =
        ["ApproximateCreationDateTime", "Keys", "NewImage", "OldImage", "SequenceNumber", "SizeBytes", "StreamViewType"];

    private StreamRecord(JsonObject content)
    {
        Event = content;
        var change = content["dynamodb"]!;
        SequenceNumber = (string)change[nameof(SequenceNumber)]!;
        Created = DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(Seconds(change["ApproximateCreationDateTime"]));
        Key = change["Keys"]?.ToJsonString() ?? "";
        Size = Encoding.UTF8.GetByteCount(content.ToJsonString(AwsJson.Options));
    }

    /// <summary>What the function gets.</summary>
    public JsonObject Event { get; }

    /// <summary>Its place in the shard.</summary>
    public string SequenceNumber { get; }

    /// <summary>When the item was changed.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>The item's key: changes of one item are worked on in order, however many batches there are at once.</summary>
    public string Key { get; }

    /// <summary>How many bytes it has in an event.</summary>
    public int Size { get; }

    /// <summary>Whether it is handled: <see cref="Checkpoint"/> guards it.</summary>
    public bool IsHandled { get; set; }

    /// <summary>A record of GetRecords.</summary>
    public static StreamRecord From(JsonObject record, string streamArn)
    {
        var content = new JsonObject();
        Copy(record, content, ["eventID", "eventName", "eventVersion", "eventSource", "awsRegion"]);
        var change = new JsonObject();
        Copy(record["dynamodb"]!.AsObject(), change, Details);
        content["dynamodb"] = change;
        if (record["userIdentity"] is JsonObject identity)
        {
            content["userIdentity"] = new JsonObject
            {
                ["principalId"] = (identity["PrincipalId"] ?? identity["principalId"])?.DeepClone(),
                ["type"] = (identity["Type"] ?? identity["type"])?.DeepClone(),
            };
        }

        content["eventSourceARN"] = streamArn;
        return new StreamRecord(content);
    }

    private static double Seconds(JsonNode? time) =>
        double.TryParse(time?.ToJsonString(), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    private static void Copy(JsonObject from, JsonObject to, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (from[name] is { } value)
            {
                to[name] = value.DeepClone();
            }
        }
    }
}
