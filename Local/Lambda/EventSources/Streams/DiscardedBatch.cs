using System.Globalization;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Lambda.EventSources.Streams;

/// <summary>
/// What an on-failure destination gets of a batch that is discarded: where it is in the stream, not what is in it
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html).
/// </summary>
internal sealed class DiscardedBatch(MappingSettings settings, string shard, IReadOnlyList<StreamRecord> batch)
{
    /// <summary>The condition of a batch that was tried as often as it may be.</summary>
    public const string RetriesExhausted = "RetryAttemptsExhausted";

    /// <summary>The condition of records that have become too old.</summary>
    public const string AgeExceeded = "RecordAgeExceeded";

    private const string ToTheMillisecond = "yyyy-MM-ddTHH:mm:ss.fffZ";
    private const string ToTheSecond = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>The record.</summary>
    /// <param name="condition">Why the batch is discarded.</param>
    /// <param name="invocations">How often the function was invoked with it.</param>
    /// <param name="last">What the function returned last; null when it never did.</param>
    /// <param name="now">The time.</param>
    public JsonObject Record(string condition, int invocations, InvokeResponse? last, DateTimeOffset now)
    {
        var record = new JsonObject
        {
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = last?.RequestId ?? Guid.NewGuid().ToString(),
                ["functionArn"] = settings.Function.Arn,
                ["condition"] = condition,
                ["approximateInvokeCount"] = invocations,
            },
        };
        if (last is not null)
        {
            record["responseContext"] = ResponseContext(last);
        }

        record["version"] = "1.0";
        record["timestamp"] = Text(now, ToTheMillisecond);
        record["DDBStreamBatchInfo"] = new JsonObject
        {
            ["shardId"] = shard,
            ["startSequenceNumber"] = batch[0].SequenceNumber,
            ["endSequenceNumber"] = batch[^1].SequenceNumber,
            ["approximateArrivalOfFirstRecord"] = Text(batch[0].Created, ToTheSecond),
            ["approximateArrivalOfLastRecord"] = Text(batch[^1].Created, ToTheSecond),
            ["batchSize"] = batch.Count,
            ["streamArn"] = settings.SourceArn,
        };
        return record;
    }

    private static JsonObject ResponseContext(InvokeResponse response)
    {
        var context = new JsonObject { ["statusCode"] = response.StatusCode, ["executedVersion"] = response.ExecutedVersion };
        context["functionError"] = response.FunctionError;
        return context;
    }

    private static string Text(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
