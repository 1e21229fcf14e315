using System.Text.Json.Nodes;
using Lexicon.Local.CloudWatchLogs.Patterns;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>FilterLogEvents (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html).</summary>
internal static class FilteredEvents
{
    /// <summary>A page of the events of a group that match, oldest first, whatever stream they are in.</summary>
    public static JsonObject List(LogGroup group, LogsRequest request)
    {
        request.AllowOnly(
            "logGroupName", "logGroupIdentifier", "logStreamNames", "logStreamNamePrefix", "startTime", "endTime", "filterPattern",
            "nextToken", "limit", "interleaved", "unmask");
        var (from, to) = (request.Number("startTime") ?? 0, request.Number("endTime") ?? long.MaxValue);
        var pattern = FilterPattern.Parse(request.Text("filterPattern") ?? "");
        var last = PageToken.Read(request);
        var found = StreamsOf(group, request)
            .SelectMany(StoredEvent.ReadAll)
            .Where(stored => stored.Timestamp >= from && stored.Timestamp <= to && pattern.Matches(stored.Message))
            .Select(stored => (stored.Id, Event: stored))
            .Where(stored => last is null || string.CompareOrdinal(stored.Id, last) > 0)
            .OrderBy(stored => stored.Id, StringComparer.Ordinal)
            .Select(stored => stored.Event)
            .ToList();
        var page = EventPage.Take(found, request.Limit(EventPage.Most));
        var answer = new JsonObject
        {
            ["events"] = new JsonArray([.. page.Select(Document)]),

            // AWS has listed no streams here since 2020.
            ["searchedLogStreams"] = new JsonArray(),
        };
        if (found.Count > page.Count)
        {
            answer["nextToken"] = PageToken.Create(page[^1].Id);
        }

        return answer;
    }

    private static IEnumerable<LogStream> StreamsOf(LogGroup group, LogsRequest request)
    {
        var (names, prefix) = (request.Texts("logStreamNames"), request.Text("logStreamNamePrefix"));
        var all = group.Streams;
        return names is not null && prefix is not null
            ? throw LogsException.Invalid("logStreamNames and logStreamNamePrefix are mutually exclusive parameters.")
            : names is not null && !names.All(name => all.Any(stream => stream.Name == name))
            ? throw LogsException.NoStream()
            : all.Where(stream => names?.Contains(stream.Name) ?? stream.Name.StartsWith(prefix ?? "", StringComparison.Ordinal));
    }

    private static JsonObject Document(StoredEvent stored) => new JsonObject
    {
        ["logStreamName"] = stored.Stream,
        ["timestamp"] = stored.Timestamp,
        ["message"] = stored.Message,
        ["ingestionTime"] = stored.Timestamp,
        ["eventId"] = stored.Id,
    };
}
