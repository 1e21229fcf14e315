using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>DescribeLogGroups (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html).</summary>
internal static class GroupDescriptions
{
    private const int Most = 50;

    /// <summary>A page of the groups, by name.</summary>
    public static JsonObject List(LogGroups groups, LogsRequest request)
    {
        request.AllowOnly("logGroupNamePrefix", "logGroupNamePattern", "nextToken", "limit");
        var (prefix, pattern) = (request.Text("logGroupNamePrefix"), request.Text("logGroupNamePattern"));
        if (prefix is not null && pattern is not null)
        {
            throw LogsException.Invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }

        var last = PageToken.Read(request);
        var limit = request.Limit(Most);
        var rest = groups.All
            .Where(group => group.Name.StartsWith(prefix ?? "", StringComparison.Ordinal))
            .Where(group => group.Name.Contains(pattern ?? "", StringComparison.Ordinal))
            .Where(group => last is null || string.CompareOrdinal(group.Name, last) > 0)
            .ToList();
        var page = rest.Take(limit).ToList();
        var answer = new JsonObject { ["logGroups"] = new JsonArray([.. page.Select(group => Document(group.Name, group.Group))]) };
        if (rest.Count > limit)
        {
            answer["nextToken"] = PageToken.Create(page[^1].Name);
        }

        return answer;
    }

    private static JsonObject Document(string name, LogGroup group)
    {
        var document = new JsonObject
        {
            ["logGroupName"] = name,
            ["creationTime"] = group.Created.ToUnixTimeMilliseconds(),
            ["arn"] = Account.Arn("logs", $"log-group:{name}:*"),
            ["logGroupArn"] = Account.Arn("logs", $"log-group:{name}"),
            ["storedBytes"] = group.Streams.Sum(stream => new FileInfo(stream.File).Length),
            ["logGroupClass"] = "STANDARD",
        };
        if (group.RetentionInDays is { } days)
        {
            document["retentionInDays"] = days;
        }

        return document;
    }
}
