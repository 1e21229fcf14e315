using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Lambda.EventSources.Batches;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Lambda.EventSources.Queues;

/// <summary>
/// Delivers received messages: what the filters do not accept and what the function has handled is deleted; what failed appears again
/// when its visibility timeout is over (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
/// </summary>
internal sealed class QueueDelivery(EventSourceMapping mapping, MappingServices services)
{
    private readonly BatchInvoker _invoker = new(mapping, services.Functions);
    private readonly MappingSettings _settings = mapping.Settings;

    /// <summary>Delivers a batch.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="received">When the first of them was received.</param>
    /// <param name="stop">Ends the poller.</param>
    /// <exception cref="OperationCanceledException">The poller ends; the messages will appear again.</exception>
    public async Task DeliverAsync(IReadOnlyList<ReceivedMessage> messages, DateTimeOffset received, PollingStop stop)
    {
        var records = messages.Select(message => (Message: message, Record: QueueRecord.From(message, _settings.SourceArn))).ToList();
        var accepted = records.ToLookup(record => _settings.Filters.Accepts(record.Record));
        Delete(accepted[false].Select(record => record.Message));
        foreach (var batch in Split(accepted[true]))
        {
            await DeliverBatchAsync(batch, received, stop);
        }
    }

    /// <summary>Batches whose events are not larger than events can be.</summary>
    private static List<List<(ReceivedMessage Message, JsonObject Record)>> Split(
        IEnumerable<(ReceivedMessage Message, JsonObject Record)> records)
    {
        var batches = new List<List<(ReceivedMessage, JsonObject)>>();
        var size = BatchInvoker.LargestEvent;
        foreach (var record in records)
        {
            var more = Encoding.UTF8.GetByteCount(record.Record.ToJsonString(AwsJson.Options));
            if (size + more > BatchInvoker.LargestEvent)
            {
                batches.Add([]);
                size = 0;
            }

            batches[^1].Add(record);
            size += more;
        }

        return batches;
    }

    private async Task DeliverBatchAsync(
        List<(ReceivedMessage Message, JsonObject Record)> batch, DateTimeOffset received, PollingStop stop)
    {
        var backoff = new Backoff(services.Time);
        while (true)
        {
            var outcome = await _invoker.InvokeAsync(
                batch.ToDictionary(record => record.Message.MessageId, record => record.Record),
                stop.AtOnce,
                TraceOf(batch.Select(record => record.Message)));
            switch (outcome.Kind)
            {
                case BatchOutcome.Ending.NotInvoked when IsHidden(received):
                    await backoff.WaitAsync(stop.Gently);
                    continue;
                case BatchOutcome.Ending.Succeeded or BatchOutcome.Ending.FailedInPart:
                    Delete(batch.Select(record => record.Message).Where(message => !outcome.Failures.Contains(message.MessageId)));
                    return;
                default:
                    return;
            }
        }
    }

    /// <summary>
    /// The trace of the messages, where they have one in common: what the function does goes on with what the sender did
    /// (https://docs.aws.amazon.com/xray/latest/devguide/xray-services-sqs.html).
    /// </summary>
    private static string? TraceOf(IEnumerable<ReceivedMessage> messages) => messages
        .Select(message => message.Attributes.FirstOrDefault(attribute => attribute.Key == "AWSTraceHeader").Value)
        .Distinct()
        .Take(2)
        .ToList() is [var trace] ? trace : null;

    private bool IsHidden(DateTimeOffset received) => services.Queues.Find(_settings.SourceArn) is { } queue
        && services.Time.GetUtcNow() - received < queue.VisibilityTimeout;

    private void Delete(IEnumerable<ReceivedMessage> messages)
    {
        var caller = services.PollerOf(_settings);
        foreach (var message in messages)
        {
            try
            {
                services.Queues.Delete(_settings.SourceArn, caller, message.ReceiptHandle);
            }
            catch (AwsException refusal)
            {
                mapping.LastResult = $"PROBLEM: {refusal.Message}";
            }
        }
    }
}
