using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.WebSockets.Management;

/// <summary>
/// The management API, <c>@connections</c>: POST sends a message, GET tells about a connection, DELETE ends it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html). IAM is asked
/// for <c>execute-api:ManageConnections</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html).
/// </summary>
internal sealed class ManagementApi(WebSocketApis apis, Connections connections, IIdentities identities)
{
    /// <summary>The operations.</summary>
    public static IReadOnlyList<string> Operations { get; } = ["PostToConnection", "GetConnection", "DeleteConnection"];

    private const string Action = "execute-api:ManageConnections";

    /// <summary>Handles a request whose caller is known.</summary>
    public async Task HandleAsync(HttpContext context, ManagementPath path, Caller caller)
    {
        var connection = connections.Find(path.ConnectionId);
        if (Stage(context, path, connection) is not var (apiId, stageName))
        {
            await ManagementErrors.WriteAsync(context, ManagementErrors.Forbidden);
            return;
        }

        var method = context.Request.Method;
        var resource = Account.Arn("execute-api", $"{apiId}/{stageName}/{method}/@connections/{path.ConnectionId}");
        var decision = identities.Authorize(context, caller, new Permission(Action, resource));
        var body = decision.Allowed && method == "POST" ? await ReadAsync(context) : default;
        var error = !decision.Allowed ? ManagementErrors.Denied(decision.Message, resource, apiId, stageName, method)
            : method is not ("POST" or "GET" or "DELETE") ? ManagementErrors.NoMethod
            : !SocketIds.IsOne(path.ConnectionId) ? ManagementErrors.InvalidId(path.ConnectionId)
            : method == "POST" && body is null ? ManagementErrors.TooLarge
            : connection is null || connection.ApiId != apiId || connection.StageName != stageName ? ManagementErrors.Gone
            : null;
        await (error is not null ? ManagementErrors.WriteAsync(context, error) : PerformAsync(context, connection!, body));
    }

    private static Task PerformAsync(HttpContext context, Connection connection, ReadOnlyMemory<byte>? body)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        return context.Request.Method switch
        {
            "POST" => SendAsync(context, connection, body!.Value),
            "GET" => DescribeAsync(context, connection),
            _ => DeleteAsync(context, connection),
        };
    }

    private static async Task SendAsync(HttpContext context, Connection connection, ReadOnlyMemory<byte> body)
    {
        // Whether a message is text, its bytes say: a frame of text is UTF-8.
        var binary = !System.Text.Unicode.Utf8.IsValid(body.Span);
        if (await connection.SendAsync(body, binary, context.RequestAborted))
        {
            context.Response.ContentLength = 0;
        }
        else
        {
            await ManagementErrors.WriteAsync(context, ManagementErrors.Gone);
        }
    }

    private static async Task DescribeAsync(HttpContext context, Connection connection)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                connectedAt = Time(connection.ConnectedAt),
                identity = new { sourceIp = connection.SourceIp, userAgent = connection.UserAgent },
                lastActiveAt = Time(connection.LastActiveAt),
            },
            AwsJson.Options);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task DeleteAsync(HttpContext context, Connection connection)
    {
        await connection.CloseAsync(SocketEnding.Normal);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // Through AWS_ENDPOINT_URL an address has no stage: then it is the connection's, and of one that is gone that of the first API.
    private (string ApiId, string StageName)? Stage(HttpContext context, ManagementPath path, Connection? connection) =>
        path.StageName is { } name
            ? apis.Find(context.Request.Host.Value ?? "", name) is var (api, stage) ? (api.Id, stage.Name) : null
            : connection is not null ? (connection.ApiId, connection.StageName)
            : apis.All.SelectMany(one => one.Stages.Keys.Select(key => ((string, string)?)(one.Id, key))).FirstOrDefault();

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await context.Request.Body.ReadAsync(body.GetMemory(4096), context.RequestAborted);
            if (read == 0)
            {
                return body.WrittenMemory;
            }

            body.Advance(read);
            if (body.WrittenCount > ReceiveMessages.LargestMessage)
            {
                return null;
            }
        }
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
