using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>
/// The wire protocol, AWS JSON 1.1 (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/Welcome.html).
/// </summary>
internal sealed class LogsApi(LogGroups groups, IIdentities identities)
{
    private static readonly AwsJsonProtocol Protocol = new()
    {
        Services = ["Logs_20140328"],
        ContentType = "application/x-amz-json-1.1",
        UnknownTarget = LogsOperations.NotServed,
        Unreadable = reason => new LogsException("SerializationException", reason),
    };

    private readonly AwsJsonEndpoint _endpoint = new(Protocol, new LogsOperations(groups).Table(identities));

    /// <summary>The operations that are served.</summary>
    public IEnumerable<string> Operations => _endpoint.Operations;

    /// <summary>Handles one request, errors included.</summary>
    public Task HandleAsync(HttpContext context, Caller caller) => _endpoint.HandleAsync(context, caller);
}
