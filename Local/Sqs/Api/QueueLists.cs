using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// ListQueues and ListDeadLetterSourceQueues, with pages if a size is asked for
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html).
/// </summary>
internal static class QueueLists
{
    private const int MostResults = 1000;

    /// <summary>ListQueues.</summary>
    public static JsonObject All(Queues queues, JsonObject request)
    {
        var prefix = request.Text("QueueNamePrefix") ?? "";
        return Page("QueueUrls", queues.All.Where(queue => queue.Settings.Name.StartsWith(prefix, StringComparison.Ordinal)), request);
    }

    /// <summary>ListDeadLetterSourceQueues.</summary>
    public static JsonObject Sources(IEnumerable<Queue> queues, JsonObject request) => Page("queueUrls", queues, request);

    private static JsonObject Page(string list, IEnumerable<Queue> queues, JsonObject request)
    {
        var size = request.Number("MaxResults");
        if (size is < 1 or > MostResults)
        {
            throw SqsException.Invalid(
                "MaxResults", size.Value.ToString(CultureInfo.InvariantCulture), "Must be an integer between 1 and 1000, if provided.");
        }

        var after = request.Text("NextToken") is { Length: > 0 } token ? Read(token) : "";
        var rest = queues.Select(queue => queue.Settings)
            .OrderBy(queue => queue.Name, StringComparer.Ordinal)
            .SkipWhile(queue => string.CompareOrdinal(queue.Name, after) <= 0)
            .ToList();
        var page = rest.Take(size ?? MostResults).ToList();
        var response = new JsonObject();
        if (page.Count > 0)
        {
            response[list] = new JsonArray([.. page.Select(queue => (JsonNode?)queue.Url.AbsoluteUri)]);
        }

        // Without a size there is no token, and the first thousand are all that is seen.
        if (size is not null && rest.Count > page.Count)
        {
            response["NextToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(page[^1].Name));
        }

        return response;
    }

    private static string Read(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw SqsException.Invalid("NextToken", token, "Must be the token of an earlier response.");
    }
}
