using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>
/// The operations that are served: those that read
/// (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html).
/// </summary>
internal sealed class LogsOperations(LogGroups groups)
{
    private const string Served = "DescribeLogGroups, DescribeLogStreams, FilterLogEvents and GetLogEvents";

    /// <summary>Performs an operation that the caller may perform.</summary>
    /// <exception cref="LogsException">It cannot be performed.</exception>
    public JsonObject Perform(string operation, LogsRequest request) => operation switch
    {
        "DescribeLogGroups" => GroupDescriptions.Of(groups, request),
        "DescribeLogStreams" => StreamDescriptions.Of(request.Group, GroupOf(request), request),
        "FilterLogEvents" => FilteredEvents.Of(GroupOf(request), request),
        "GetLogEvents" => StreamEvents.Of(GroupOf(request), request),
        _ => throw new LogsException("UnknownOperationException", $"{operation}: of CloudWatch Logs, the local runner serves {Served}."),
    };

    private LogGroup GroupOf(LogsRequest request) => request.Group switch
    {
        "" => throw LogsException.Invalid("You must include either logGroupIdentifier or logGroupName."),
        var name => groups.Find(name) ?? throw LogsException.NoGroup(),
    };
}
