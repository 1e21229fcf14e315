using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>
/// The wire protocol, AWS JSON 1.1: <c>X-Amz-Target</c> names the operation
/// (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/Welcome.html).
/// </summary>
internal sealed class LogsApi(LogGroups groups, IIdentities identities)
{
    private const string Service = "Logs_20140328.";
    private const string ContentType = "application/x-amz-json-1.1";

    // The answers are read by programs, never put into a page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly LogsOperations _operations = new(groups);

    /// <summary>Returns the answer to one request, errors included.</summary>
    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        var (status, answer) = await AnswerAsync(context, caller);
        context.Response.StatusCode = status;
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        context.Response.ContentType = ContentType;
        await context.Response.WriteAsync(answer.ToJsonString(Plain), context.RequestAborted);
    }

    private async Task<(int Status, JsonObject Answer)> AnswerAsync(HttpContext context, Caller caller)
    {
        try
        {
            var target = context.Request.Headers["x-amz-target"].ToString();
            var operation = target.StartsWith(Service, StringComparison.Ordinal) ? target[Service.Length..] : target;
            var request = await ReadAsync(context);
            Authorize(context, caller, operation, request);
            return (200, _operations.Perform(operation, request));
        }
        catch (LogsException error)
        {
            return (400, new() { ["__type"] = error.Code, ["message"] = error.Message });
        }
    }

    private static async Task<LogsRequest> ReadAsync(HttpContext context)
    {
        try
        {
            return new(await JsonNode.ParseAsync(
                context.Request.Body, documentOptions: Strict, cancellationToken: context.RequestAborted) as JsonObject
                ?? throw new JsonException());
        }
        catch (JsonException)
        {
            throw new LogsException("SerializationException", "The request body is not a JSON object.");
        }
    }

    /// <summary>
    /// Each operation is one of a group or of a stream, whose name may be empty
    /// (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html).
    /// </summary>
    private void Authorize(HttpContext context, Caller caller, string operation, LogsRequest request)
    {
        var stream = operation == "GetLogEvents" ? request.Text("logStreamName") : "";
        var arn = Account.Arn("logs", $"log-group:{request.Group}:log-stream:{stream}");
        var decision = identities.Authorize(
            new AccessRequest(caller, $"logs:{operation}", arn) { Context = context.ConditionContext() });
        if (!decision.Allowed)
        {
            throw new LogsException("AccessDeniedException", decision.Message);
        }
    }
}
