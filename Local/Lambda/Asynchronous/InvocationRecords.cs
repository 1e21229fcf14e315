using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Destinations;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>
/// The records of asynchronous invocations: the event, what came of it, and why the record is sent
/// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
/// </summary>
internal sealed class InvocationRecords(DestinationSender destinations, TimeProvider time)
{
    /// <summary>Sends a record, where there is a destination for it.</summary>
    public async Task SendAsync(
        string? destinationArn, QueuedEvent queued, EventCondition condition, InvokeResponse? response, int invocations)
    {
        if (destinationArn is not null)
        {
            var functionArn = Qualified(queued.Request.FunctionName);
            await destinations.SendAsync(destinationArn, new DestinationRecord(
                queued.Sender,
                functionArn,
                condition == EventCondition.Success,
                RecordOf(queued.Request, functionArn, condition, response, invocations)));
        }
    }

    private JsonObject RecordOf(
        InvokeRequest request, string functionArn, EventCondition condition, InvokeResponse? response, int invocations)
    {
        var record = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = request.RequestId,
                ["functionArn"] = functionArn,
                ["condition"] = condition.ToString(),
                ["approximateInvokeCount"] = invocations,
            },
            ["requestPayload"] = Read(request.Payload),
        };
        if (response is not null)
        {
            record["responseContext"] = ContextOf(response);
            record["responsePayload"] = Read(response.Payload);
        }

        return record;
    }

    private static JsonObject ContextOf(InvokeResponse response)
    {
        var context = new JsonObject { ["statusCode"] = response.StatusCode, ["executedVersion"] = response.ExecutedVersion };
        if (response.FunctionError is { } error)
        {
            context["functionError"] = error;
        }

        return context;
    }

    // What was invoked without a version is the version $LATEST.
    private static string Qualified(string functionArn) =>
        FunctionReference.Parse(functionArn) is { Qualifier: null } reference
            ? (reference with { Qualifier = FunctionVersion.Latest }).Arn
            : functionArn;

    // A function may return what is not JSON; then it is the text itself.
    private static JsonNode? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return payload.IsEmpty ? null : SentJson.ParseNode(payload);
        }
        catch (JsonException)
        {
            return System.Text.Encoding.UTF8.GetString(payload.Span);
        }
    }
}
