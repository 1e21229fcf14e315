using System.Text.Json;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Lambda.EventSources.Batches;

/// <summary>
/// Reads what a function says of the records that it failed on
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html and
/// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html): nothing at all is a success, an identifier that is
/// empty or of no record of the batch fails the whole batch.
/// </summary>
internal static class ItemFailures
{
    /// <summary>The outcome of an invocation that the function has returned from.</summary>
    /// <param name="response">What it returned.</param>
    /// <param name="identifiers">The identifiers of the batch.</param>
    public static BatchOutcome Read(InvokeResponse response, IReadOnlySet<string> identifiers)
    {
        var failures = Listed(response.Payload);
        return failures is null || !failures.IsSubsetOf(identifiers)
            ? BatchOutcome.Of(BatchOutcome.Ending.Failed, response)
            : failures.Count == 0
            ? BatchOutcome.Of(BatchOutcome.Ending.Succeeded, response)
            : new BatchOutcome(BatchOutcome.Ending.FailedInPart, failures, response);
    }

    // Null where the response is not one that Lambda can read.
    private static HashSet<string>? Listed(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = SentJson.Parse(payload);
            return document.RootElement switch
            {
                { ValueKind: JsonValueKind.Object } response => InResponse(response),
                { ValueKind: JsonValueKind.Null } => [],
                { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() == 0 => [],
                { ValueKind: JsonValueKind.String } text when text.GetString() is "" => [],
                _ => null,
            };
        }
        catch (JsonException)
        {
            return payload.IsEmpty ? [] : null;
        }
    }

    private static HashSet<string>? InResponse(JsonElement response)
    {
        if (!response.TryGetProperty("batchItemFailures", out var failures) || failures.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (failures.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var identifiers = failures.EnumerateArray().Select(Identifier).ToList();
        return identifiers.Contains(null) ? null : [.. identifiers.OfType<string>()];
    }

    private static string? Identifier(JsonElement failure) =>
        failure.ValueKind == JsonValueKind.Object
            && failure.TryGetProperty("itemIdentifier", out var identifier)
            && identifier.ValueKind == JsonValueKind.String
            && identifier.GetString() is { Length: > 0 } value
            ? value
            : null;
}
