using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// The wire protocol, AWS JSON 1.0: <c>X-Amz-Target</c> names the operation
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html). The older
/// query protocol is refused by name.
/// </summary>
internal sealed class SqsApi(Queues queues, IIdentities identities, TimeProvider time)
{
    private const string Service = "AmazonSQS.";

    // The answers are read by programs, never put into a page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly SqsOperations operations = new(queues, time);

    /// <summary>Answers one request, errors included.</summary>
    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        var target = context.Request.Headers["x-amz-target"].ToString();
        if (!target.StartsWith(Service, StringComparison.Ordinal))
        {
            await context.WriteAsync(ErrorProtocols.Of(context.Request, "sqs"), new AwsError(
                400, "InvalidAction", "This endpoint speaks SQS's JSON protocol alone, not the query protocol of older SDKs."));
            return;
        }

        try
        {
            var request = await ReadAsync(context);
            Authorize(context, caller, target[Service.Length..], request);
            var answer = await operations.PerformAsync(target[Service.Length..], request, caller, context.RequestAborted);
            context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
            context.Response.ContentType = "application/x-amz-json-1.0";
            await context.Response.WriteAsync(answer.ToJsonString(Plain), context.RequestAborted);
        }
        catch (SqsException error)
        {
            context.Response.Headers["x-amzn-query-error"] = $"{error.QueryCode};Sender";
            await context.WriteAsync(ErrorProtocol.Json, new AwsError(
                error.Code == "AccessDenied" ? 403 : 400, error.Code, error.Message)
            { Namespace = "com.amazonaws.sqs" });
        }
    }

    private static async Task<JsonObject> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonNode.ParseAsync(
                context.Request.Body, documentOptions: Strict, cancellationToken: context.RequestAborted) as JsonObject
                ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new SqsException("SerializationException", "The request body is not a JSON object.");
        }
    }

    private void Authorize(HttpContext context, Caller caller, string operation, JsonObject request)
    {
        var queue = queues.Find(request.Text("QueueUrl") ?? request.Text("QueueName") ?? "");
        var arn = operation == "ListQueues" ? Account.Arn("sqs", "*") : queue?.Settings.Arn ?? throw SqsException.NoQueue();
        var decision = identities.Authorize(
            new AccessRequest(caller, $"sqs:{operation}", arn) { Context = context.ConditionContext() }, queue?.Settings.Policy);
        if (!decision.Allowed)
        {
            throw new SqsException("AccessDenied", decision.Message);
        }
    }
}
