using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.EventSources.Batches;

/// <summary>Invokes the function of a mapping with a batch, and keeps what came of it as the mapping's last result.</summary>
internal sealed class BatchInvoker(EventSourceMapping mapping, IFunctions functions)
{
    /// <summary>The most bytes of an event (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).</summary>
    public const int LargestEvent = 6 * 1024 * 1024;

    /// <summary>Invokes with these records.</summary>
    /// <param name="records">The records by their identifiers.</param>
    /// <param name="abandon">Ends the wait; the outcome is unknown then.</param>
    /// <param name="traceHeader">The trace that all of them belong to; null where there is no such one.</param>
    public async Task<BatchOutcome> InvokeAsync(
        IReadOnlyDictionary<string, JsonObject> records, CancellationToken abandon, string? traceHeader = null)
    {
        var settings = mapping.Settings;
        using var span = Spans.Begin(
            $"Lambda delivers a batch of {NameOf(settings.SourceArn)}", ActivityKind.Consumer, Spans.Parse(traceHeader));
        span?.SetTag("aws.lambda.event_source", settings.SourceArn);
        span?.SetTag("messaging.batch.message_count", records.Count);
        try
        {
            var response = await functions.InvokeAsync(
                new InvokeRequest(settings.Function.Arn, EventOf(records.Values)) { TraceHeader = traceHeader }, abandon);
            abandon.ThrowIfCancellationRequested();
            var outcome = response.FunctionError is not null
                ? BatchOutcome.Of(BatchOutcome.Ending.Failed, response)
                : settings.ReportsItemFailures
                ? ItemFailures.Read(response, records.Keys.ToHashSet())
                : BatchOutcome.Of(BatchOutcome.Ending.Succeeded, response);
            mapping.LastResult = outcome.Kind == BatchOutcome.Ending.Succeeded ? "OK" : "PROBLEM: Function call failed";
            if (outcome.Kind == BatchOutcome.Ending.FailedInPart)
            {
                span.Fail($"The function did not handle {outcome.Failures.Count} of {records.Count}.");
            }

            return outcome;
        }
        catch (Exception refusal) when (refusal is not OutOfMemoryException && !abandon.IsCancellationRequested)
        {
            // Throttled, missing, or whatever else keeps the function from running: the batch waits, it is not lost.
            mapping.LastResult = $"PROBLEM: {refusal.Message}";
            span.Fail(refusal.Message);
            return BatchOutcome.Of(BatchOutcome.Ending.NotInvoked);
        }
    }

    // Of a queue its name, of a stream its table: arn:...:table/NAME/stream/TIME, and the time has colons.
    private static string NameOf(string sourceArn) =>
        sourceArn.Split(':')[5] is var resource && resource.Split('/') is [_, var table, ..] ? table : resource;

    private static byte[] EventOf(IEnumerable<JsonObject> records)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, AwsJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Records");
            foreach (var record in records)
            {
                record.WriteTo(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return content.ToArray();
    }
}
