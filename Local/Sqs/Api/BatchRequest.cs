using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// What the operations on up to ten messages have in common: each entry succeeds or fails by itself
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html).
/// </summary>
internal static class BatchRequest
{
    private const int MostEntries = 10;
    private const int LongestId = 80;

    /// <summary>The entries of a request.</summary>
    /// <exception cref="SqsException">The batch as a whole is not valid.</exception>
    public static IReadOnlyList<JsonObject> Entries(AwsCall call)
    {
        var entries = (call.Request["Entries"] as JsonArray ?? []).Select(entry => entry as JsonObject
            ?? throw new SqsException("SerializationException", "Entries is not a list of structures.")).ToList();
        if (entries.Count == 0)
        {
            throw new SqsException(
                "EmptyBatchRequest", $"There should be at least one {call.Operation}RequestEntry in the request.");
        }

        if (entries.Count > MostEntries)
        {
            throw new SqsException(
                "TooManyEntriesInBatchRequest",
                string.Create(CultureInfo.InvariantCulture,
                    $"Maximum number of entries per request are {MostEntries}. You have sent {entries.Count}."));
        }

        CheckIds(entries);
        return entries;
    }

    /// <summary>Performs every entry.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="perform">Performs one and returns what its result has besides its id.</param>
    public static JsonObject Run(IReadOnlyList<JsonObject> entries, Func<JsonObject, JsonObject> perform)
    {
        var (successful, failed) = (new JsonArray(), new JsonArray());
        foreach (var entry in entries)
        {
            var id = entry.Text("Id");
            try
            {
                var result = perform(entry);
                result.Insert(0, "Id", id);
                successful.Add((JsonNode)result);
            }
            catch (SqsException refusal)
            {
                failed.Add((JsonNode)new JsonObject
                {
                    ["Id"] = id,
                    ["SenderFault"] = true,
                    ["Code"] = refusal.EntryCode ?? refusal.QueryCode,
                    ["Message"] = refusal.EntryMessage ?? refusal.Message,
                });
            }
        }

        var response = new JsonObject();
        Add("Successful", successful);
        Add("Failed", failed);
        return response;

        void Add(string name, JsonArray list)
        {
            if (list.Count > 0)
            {
                response[name] = list;
            }
        }
    }

    private static void CheckIds(List<JsonObject> entries)
    {
        var ids = new HashSet<string>();
        foreach (var id in entries.Select(entry => entry.Text("Id") ?? ""))
        {
            if (id.Length is 0 or > LongestId || !id.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_'))
            {
                throw new SqsException(
                    "InvalidBatchEntryId",
                    "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
                        + "It can be at most 80 letters long.");
            }

            if (!ids.Add(id))
            {
                throw new SqsException("BatchEntryIdsNotDistinct", $"Id {id} repeated.");
            }
        }
    }
}
