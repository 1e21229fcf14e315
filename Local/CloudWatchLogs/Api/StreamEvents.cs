using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>GetLogEvents (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html).</summary>
internal static partial class StreamEvents
{
    /// <summary>
    /// A page of the events of a stream, oldest first, with tokens for the page before and the one behind. At the end of the stream the
    /// token is the one that was given, which tells a caller to stop.
    /// </summary>
    public static JsonObject List(LogGroup group, LogsRequest request)
    {
        request.AllowOnly(
            "logGroupName", "logGroupIdentifier", "logStreamName", "startTime", "endTime", "nextToken", "limit", "startFromHead", "unmask");
        var name = request.Text("logStreamName") ?? throw LogsException.Invalid("logStreamName is missing.");
        var stream = group.Streams.FirstOrDefault(stream => stream.Name == name) ?? throw LogsException.NoStream();
        var (from, to) = (request.Number("startTime") ?? 0, request.Number("endTime") ?? long.MaxValue);
        var events = StoredEvent.ReadAll(stream).Where(stored => stored.Timestamp >= from && stored.Timestamp < to).ToList();
        var limit = request.Limit(EventPage.Most);
        var (forward, border) = Start(request, events.Count);
        var page = forward
            ? EventPage.Take(events.Skip(border), limit)
            : [.. EventPage.Take(events.Take(border).Reverse(), limit).AsEnumerable().Reverse()];
        var first = forward ? border : border - page.Count;
        return new()
        {
            ["events"] = new JsonArray([.. page.Select(Document)]),
            ["nextForwardToken"] = Token('f', first + page.Count),
            ["nextBackwardToken"] = Token('b', first),
        };
    }

    /// <summary>Whether the page goes forward, and how many events lie before the border that it begins or ends at.</summary>
    private static (bool Forward, int Border) Start(LogsRequest request, int count)
    {
        if (request.Text("nextToken") is not { } token)
        {
            var fromHead = request.Flag("startFromHead");
            return (fromHead, fromHead ? 0 : count);
        }

        return TokenForm().Match(token) is { Success: true } form
            && int.TryParse(form.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var border)
            ? (form.Groups[1].Value == "f", Math.Min(border, count))
            : throw LogsException.Invalid("The specified nextToken is invalid.");
    }

    private static string Token(char direction, int border) => string.Create(CultureInfo.InvariantCulture, $"{direction}/{border:D56}/s");

    private static JsonObject Document(StoredEvent stored) => new JsonObject
    {
        ["timestamp"] = stored.Timestamp,
        ["message"] = stored.Message,
        ["ingestionTime"] = stored.Timestamp,
    };

    [GeneratedRegex(@"^([fb])/0*(\d+)/s\z")]
    private static partial Regex TokenForm();
}
