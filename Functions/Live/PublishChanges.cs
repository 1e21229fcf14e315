using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Lexicon.Functions.Events;
using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Live;

/// <summary>
/// Reads the table's stream and tells the followers of glossaries what has changed in them, in order for each glossary. After a failure
/// Lambda gives the batch again from the record on that it reports
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html): a follower may be told twice, and ignores what
/// is not newer than what it has.
/// </summary>
internal sealed class PublishChanges(GlossaryChanges glossaries, TimeProvider time, Log log)
{
    private readonly EventRun _run = new(nameof(PublishChanges), time, log);

    public Task<StreamsEventResponse> HandleAsync(DynamoDBEvent batch, ILambdaContext context) => _run.RunAsync(context, async deadline =>
    {
        var outcomes = await Task.WhenAll(batch.Records
            .Select(TableChange.Read)
            .OfType<TableChange>()
            .GroupBy(change => change.GlossaryId)
            .Select(changes => glossaries.PublishAsync([.. changes], deadline)));
        var failed = outcomes.Where(outcome => outcome is not null).MinBy(outcome => outcome!.Value.First.Position);
        return (
            new StreamsEventResponse
            {
                BatchItemFailures = failed is { First.Position: var position }
                    ? [new() { ItemIdentifier = batch.Records[position].Dynamodb.SequenceNumber }]
                    : [],
            },
            failed?.Fault);
    });
}
