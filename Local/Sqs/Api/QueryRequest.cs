using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// A request of the query protocol, which SDKs and the CLI spoke until 2023, as the JSON protocol would have it: lists and maps are
/// flattened into numbered parameters
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-query-api.html).
/// </summary>
internal static class QueryRequest
{
    // The members that are not strings, by the name that they have in the JSON protocol, and by that of their parameters.
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["AttributeNames"] = "AttributeName",
        ["MessageAttributeNames"] = "MessageAttributeName",
        ["MessageSystemAttributeNames"] = "MessageSystemAttributeName",
    };

    private static readonly Dictionary<string, string> Maps = new()
    {
        ["MessageAttributes"] = "MessageAttribute",
        ["MessageSystemAttributes"] = "MessageSystemAttribute",
    };

    private static readonly HashSet<string> Numbers =
        ["DelaySeconds", "MaxNumberOfMessages", "VisibilityTimeout", "WaitTimeSeconds", "MaxResults", "MaxNumberOfMessagesPerSecond"];

    /// <summary>The request that the parameters of an HTTP request make.</summary>
    /// <exception cref="SqsException">A number is not one.</exception>
    public static JsonObject Read(HttpRequest request, Dictionary<string, string> parameters)
    {
        // A queue's own address names it, too.
        if (!parameters.ContainsKey("QueueUrl") && request.Path.Value is { Length: > 1 } path)
        {
            parameters["QueueUrl"] = path;
        }

        var members = Read(parameters);
        if (Entries(parameters, $"{parameters.GetValueOrDefault("Action")}RequestEntry") is { Count: > 0 } entries)
        {
            members["Entries"] = entries;
        }

        return members;
    }

    private static JsonObject Read(Dictionary<string, string> parameters)
    {
        var request = new JsonObject();
        foreach (var (name, value) in parameters.Where(static one => !one.Key.Contains('.', StringComparison.Ordinal)))
        {
            request[name] = Numbers.Contains(name) ? Number(name, value) : value;
        }

        foreach (var (member, prefix) in Lists)
        {
            // One alone needs no number: AttributeName=All.
            request[member] = new JsonArray(
            [
                .. parameters.Where(one => one.Key == prefix).Concat(Numbered(parameters, prefix))
                    .Select(static one => (JsonNode?)one.Value),
            ]);
        }

        foreach (var (member, prefix) in Maps)
        {
            request[member] = Map(parameters, prefix);
        }

        return request;
    }

    // SendMessageBatchRequestEntry.1.Id, SendMessageBatchRequestEntry.1.MessageAttribute.1.Name: each entry is a request of its own.
    private static JsonArray Entries(Dictionary<string, string> parameters, string prefix)
    {
        var entries = new SortedDictionary<int, Dictionary<string, string>>();
        foreach (var (key, value) in parameters)
        {
            if (key.Split('.', 3) is [var first, var number, var rest]
                && first == prefix
                && int.TryParse(number, CultureInfo.InvariantCulture, out var place))
            {
                (entries.TryGetValue(place, out var entry) ? entry : entries[place] = [])[rest] = value;
            }
        }

        return new([.. entries.Values.Select(entry => (JsonNode)Read(entry))]);
    }

    // MessageAttribute.1.Name, MessageAttribute.1.Value.DataType, MessageAttribute.1.Value.StringValue
    private static JsonObject Map(Dictionary<string, string> parameters, string prefix)
    {
        var map = new JsonObject();
        foreach (var (key, name) in Numbered(parameters, prefix).Where(static one => one.Key.EndsWith(".Name", StringComparison.Ordinal)))
        {
            var value = $"{key[..^"Name".Length]}Value.";
            map[name] = new JsonObject(parameters
                .Where(one => one.Key.StartsWith(value, StringComparison.Ordinal))
                .Select(one => KeyValuePair.Create(one.Key[value.Length..], (JsonNode?)one.Value)));
        }

        return map;
    }

    private static IEnumerable<KeyValuePair<string, string>> Numbered(Dictionary<string, string> parameters, string prefix) => parameters
        .Where(one => one.Key.StartsWith(prefix + ".", StringComparison.Ordinal))
        .OrderBy(one => one.Key.Length)
        .ThenBy(one => one.Key, StringComparer.Ordinal);

    private static int Number(string name, string value) => int.TryParse(value, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw SqsException.Invalid(name, value, "Must be an integer.");
}
