using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>
/// The operations that are served: those that read
/// (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html).
/// </summary>
internal sealed class LogsOperations(LogGroups groups)
{
    private const string Served = "DescribeLogGroups, DescribeLogStreams, FilterLogEvents and GetLogEvents";

    /// <summary>The operations and the permissions that they need.</summary>
    public AwsOperations Table(IIdentities identities) => new(identities,
    [
        new("DescribeLogGroups", OnGroup, call => GroupDescriptions.List(groups, new(call.Request))),
        new("DescribeLogStreams", OnGroup, call => DescribeStreams(new(call.Request))),
        new("FilterLogEvents", OnGroup, call => FilterEvents(new(call.Request))),
        new("GetLogEvents", OnStream, call => GetEvents(new(call.Request))),
    ])
    {
        Otherwise = name => new(name, OnGroup, JsonObject (_) => throw NotServed(name)),
        Denied = message => new LogsException("AccessDeniedException", message),
    };

    /// <summary>The error for an operation that is not served.</summary>
    public static AwsException NotServed(string operation) => new LogsException(
        "UnknownOperationException", $"{operation}: of CloudWatch Logs, the local runner serves {Served}.");

    private JsonObject DescribeStreams(LogsRequest request) => StreamDescriptions.List(request.Group, GroupOf(request), request);

    private JsonObject FilterEvents(LogsRequest request) => FilteredEvents.List(GroupOf(request), request);

    private JsonObject GetEvents(LogsRequest request) => StreamEvents.List(GroupOf(request), request);

    private LogGroup GroupOf(LogsRequest request) => request.Group switch
    {
        "" => throw LogsException.Invalid("You must include either logGroupIdentifier or logGroupName."),
        var name => groups.Find(name) ?? throw LogsException.NoGroup(),
    };

    private static Permission OnGroup(AwsCall call) => OnStream(call, "");

    private static Permission OnStream(AwsCall call) => OnStream(call, new LogsRequest(call.Request).Text("logStreamName"));

    /// <summary>
    /// Each operation is one of a group or of a stream, whose name may be empty
    /// (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html).
    /// </summary>
    private static Permission OnStream(AwsCall call, string? stream) => new(
        $"logs:{call.Operation}", Account.Arn("logs", $"log-group:{new LogsRequest(call.Request).Group}:log-stream:{stream}"));
}
