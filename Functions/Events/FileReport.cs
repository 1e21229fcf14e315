using System.Text.Json;
using Amazon.Lambda.SQSEvents;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Events;

/// <summary>
/// Files a report for the moderators: once, however often it is delivered. Of a term that nobody sees there is nothing to file. What is
/// no report at all fails, and ends among the dead letters.
/// </summary>
internal sealed class FileReport(ReportStore reports) : IReaction<FileReport, SQSEvent.SQSMessage>
{
    public static FileReport Create(Stores stores) => new(stores.Reports);

    public async Task RunAsync(SQSEvent.SQSMessage occurrence, Deadline deadline)
    {
        var message = JsonSerializer.Deserialize(occurrence.Body, MessageJson.Default.ReportMessage)
            ?? throw new JsonException("The message is not a report.");
        if (message.ToReport() is { } report)
        {
            await reports.FileAsync(report, deadline);
        }
    }
}
