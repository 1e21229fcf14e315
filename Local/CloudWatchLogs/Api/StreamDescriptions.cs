using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>
/// DescribeLogStreams (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html).
/// </summary>
internal static class StreamDescriptions
{
    private const int Most = 50;

    /// <summary>A page of the streams of a group, by name or by the time of the last event.</summary>
    public static JsonObject List(string name, LogGroup group, LogsRequest request)
    {
        request.AllowOnly(
            "logGroupName", "logGroupIdentifier", "logStreamNamePrefix", "orderBy", "descending", "nextToken", "limit");
        var prefix = request.Text("logStreamNamePrefix");
        var byTime = request.Text("orderBy") switch
        {
            null or "LogStreamName" => false,
            "LastEventTime" when prefix is not null =>
                throw LogsException.Invalid("Cannot order by LastEventTime with a logStreamNamePrefix."),
            "LastEventTime" => true,
            var other => throw LogsException.Invalid($"1 validation error detected: Value '{other}' at 'orderBy' failed to satisfy "
                + "constraint: Member must satisfy enum value set: [LogStreamName, LastEventTime]"),
        };
        var streams = group.Streams
            .Where(stream => stream.Name.StartsWith(prefix ?? "", StringComparison.Ordinal))
            .Select(stream => Description.From(stream))
            .OrderBy(stream => byTime ? stream.Last : 0)
            .ThenBy(stream => stream.Name, StringComparer.Ordinal);
        return Page(name, [.. request.Flag("descending") ? streams.Reverse() : streams], request);
    }

    private static JsonObject Page(string group, IReadOnlyList<Description> streams, LogsRequest request)
    {
        var last = PageToken.Read(request);
        var limit = request.Limit(Most);
        var rest = last is null ? streams : [.. streams.SkipWhile(stream => stream.Name != last).Skip(1)];
        var page = rest.Take(limit).ToList();
        var answer = new JsonObject { ["logStreams"] = new JsonArray([.. page.Select(stream => stream.Document(group))]) };
        if (rest.Count > limit)
        {
            answer["nextToken"] = PageToken.Create(page[^1].Name);
        }

        return answer;
    }

    private sealed record Description(string Name, long Created, long? First, long? Last)
    {
        public static Description From(LogStream stream)
        {
            var times = StoredEvent.ReadAll(stream).Select(stored => stored.Timestamp).ToList();
            return new(
                stream.Name,
                stream.Created.ToUnixTimeMilliseconds(),
                times.Count > 0 ? times.Min() : null,
                times.Count > 0 ? times.Max() : null);
        }

        public JsonObject Document(string group) => new JsonObject
        {
            ["logStreamName"] = Name,
            ["creationTime"] = Created,
            ["firstEventTimestamp"] = First,
            ["lastEventTimestamp"] = Last,
            ["lastIngestionTime"] = Last,
            ["arn"] = Account.Arn("logs", $"log-group:{group}:log-stream:{Name}"),

            // AWS has counted no bytes of streams since 2019.
            ["storedBytes"] = 0,
        };
    }
}
