using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Hosting;
using Lexicon.Local.Sns.Publishing;

namespace Lexicon.Local.Sns.Api;

/// <summary>
/// Publish (https://docs.aws.amazon.com/sns/latest/api/API_Publish.html) and PublishBatch
/// (https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html).
/// </summary>
internal sealed class PublishOperations(Publisher publisher)
{
    private const int MostEntries = 10;
    private const int LongestId = 80;
    private const int LargestBatch = 262_144;
    private const string Entries = "PublishBatchRequestEntries";

    /// <summary>Publishes one notification.</summary>
    public async Task<JsonObject> OneAsync(Topic topic, AwsCall call) =>
        Result(await publisher.PublishAsync(topic, Read(call, call.Request, "")));

    /// <summary>Publishes up to ten.</summary>
    public async Task<JsonObject> BatchAsync(Topic topic, AwsCall call)
    {
        var entries = call.Request.Structures(Entries);
        CheckEntries(entries);
        var published = entries.Select((entry, place) => Read(call, entry, $"publishBatchRequestEntries.{place + 1}.member.")).ToList();
        if (published.Sum(PublishCheck.Size) > LargestBatch)
        {
            throw new SnsException("BatchRequestTooLong", 400, "The length of all the messages put together is more than the limit.");
        }

        // One that is not valid is refused with the whole batch.
        foreach (var one in published)
        {
            PublishCheck.Run(one, topic.Settings);
        }

        var successful = new JsonArray();
        foreach (var (entry, one) in entries.Zip(published))
        {
            var result = Result(await publisher.PublishAsync(topic, one));
            result.Insert(0, "Id", entry.Text("Id"));
            successful.Add((JsonNode)result);
        }

        return new() { ["Failed"] = new JsonArray(), ["Successful"] = successful };
    }

    private static JsonObject Result(Notification notification)
    {
        var result = new JsonObject { ["MessageId"] = notification.MessageId };
        if (notification.SequenceNumber is { } sequence)
        {
            result["SequenceNumber"] = sequence;
        }

        return result;
    }

    private static NewNotification Read(AwsCall call, JsonObject members, string path)
    {
        var message = members.Text("Message") ?? throw SnsException.Missing($"{path}message");
        var isStructured = members.Text("MessageStructure") switch
        {
            null => false,
            "json" => true,
            _ => throw SnsException.Invalid("MessageStructure"),
        };
        return new(message, members.Text("Subject"), isStructured)
        {
            Attributes = members.Attributes(path),
            GroupId = members.Text("MessageGroupId"),
            DeduplicationId = members.Text("MessageDeduplicationId"),
            TraceHeader = call.Context.Request.Headers[TraceHeader.Name].ToString() is { Length: > 0 } trace ? trace : null,
        };
    }

    private static void CheckEntries(IReadOnlyList<JsonObject> entries)
    {
        if (entries.Count == 0)
        {
            throw new SnsException("EmptyBatchRequest", 400, "The batch request doesn't contain any entries.");
        }

        if (entries.Count > MostEntries)
        {
            throw new SnsException(
                "TooManyEntriesInBatchRequest", 400, "The batch request contains more entries than permissible.");
        }

        var ids = entries.Select((entry, place) =>
            entry.Text("Id") ?? throw SnsException.Missing($"publishBatchRequestEntries.{place + 1}.member.id")).ToList();
        if (ids.Any(id => id.Length is 0 or > LongestId || !id.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_')))
        {
            throw new SnsException(
                "InvalidBatchEntryId", 400, "The Id of a batch entry in a batch request doesn't abide by the specification.");
        }

        if (ids.Distinct().Count() < ids.Count)
        {
            throw new SnsException(
                "BatchEntryIdsNotDistinct", 400, "Two or more batch entries in the request have the same Id.");
        }
    }
}
