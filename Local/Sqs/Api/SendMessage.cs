using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// SendMessage and its batch
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html).
/// </summary>
internal static class SendMessage
{
    private const int LargestBatch = 1_048_576;
    private const string TraceHeader = "AWSTraceHeader";

    /// <summary>Sends one message.</summary>
    public static JsonObject One(Queue queue, AwsCall call) => Send(queue, call, call.Request);

    /// <summary>Sends up to ten messages. A FIFO queue refuses the whole batch if one of them lacks what it needs.</summary>
    public static JsonObject Batch(Queue queue, AwsCall call)
    {
        var entries = BatchRequest.Entries(call);
        var messages = entries.Select(Read).ToList();
        var bytes = messages.Sum(message => (long)MessageCheck.Size(message));
        if (bytes > LargestBatch)
        {
            throw new SqsException(
                "BatchRequestTooLong",
                string.Create(CultureInfo.InvariantCulture,
                    $"Batch requests cannot be longer than {LargestBatch} bytes. You have sent {bytes} bytes."));
        }

        if (queue.Settings.Fifo is { } fifo)
        {
            messages.ForEach(message => RefuseBatch(message, fifo));
        }

        return BatchRequest.Run(entries, entry => Send(queue, call, entry));
    }

    private static void RefuseBatch(NewMessage message, FifoSettings fifo)
    {
        try
        {
            FifoCheck.RefuseWhatLacks(message, fifo);
        }
        catch (SqsException refusal)
        {
            throw SqsException.Invalid(refusal.Message);
        }
    }

    // All but what can fail by itself in a batch.
    private static NewMessage Read(JsonObject members) => new(members.Text("MessageBody") ?? "")
    {
        Attributes = members.Map<MessageAttribute>("MessageAttributes"),
        GroupId = members.Text("MessageGroupId"),
        DeduplicationId = members.Text("MessageDeduplicationId"),
    };

    private static NewMessage Read(AwsCall call, JsonObject members) => Read(members) with
    {
        SystemAttributes = members.Map<MessageAttribute>("MessageSystemAttributes") is { Count: > 0 } named ? named : Traced(call),
        Delay = members.Seconds("DelaySeconds", most: 900),
    };

    // SDKs send the trace that they run in
    // (https://docs.aws.amazon.com/xray/latest/devguide/xray-services-sqs.html).
    private static Dictionary<string, MessageAttribute> Traced(AwsCall call) =>
        call.Context.Request.Headers["X-Amzn-Trace-Id"].ToString() is { Length: > 0 } trace
            ? new() { [TraceHeader] = MessageAttribute.Text(trace) }
            : [];

    private static JsonObject Send(Queue queue, AwsCall call, JsonObject members)
    {
        var message = queue.Send(Read(call, members), call.Caller.UserId);
        var response = new JsonObject
        {
            ["MessageId"] = message.Id,
            ["MD5OfMessageBody"] = MessageDigest.OfBody(message.Body),
        };
        Add("MD5OfMessageAttributes", MessageDigest.OfAttributes(message.Attributes));
        Add("MD5OfMessageSystemAttributes", MessageDigest.OfAttributes(members.Map<MessageAttribute>("MessageSystemAttributes")));
        Add("SequenceNumber", message.SequenceNumber);
        return response;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                response[name] = value;
            }
        }
    }
}
