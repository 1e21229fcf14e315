using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// The wire protocols, which SQS serves side by side: AWS JSON 1.0, where <c>X-Amz-Target</c> names the operation
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html), and the older query
/// protocol, where the parameter <c>Action</c> does.
/// </summary>
internal sealed class SqsApi(Queues queues, IIdentities identities, TimeProvider time)
{
    private const string Service = "AmazonSQS.";

    // The answers are read by programs, never put into a page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly SqsOperations _operations = new(queues, time);

    /// <summary>Answers one request, errors included.</summary>
    public Task HandleAsync(HttpContext context, Caller caller)
    {
        var target = context.Request.Headers["x-amz-target"].ToString();
        return target.StartsWith(Service, StringComparison.Ordinal)
            ? HandleJsonAsync(context, caller, target[Service.Length..])
            : HandleQueryAsync(context, caller);
    }

    private async Task HandleJsonAsync(HttpContext context, Caller caller, string operation)
    {
        try
        {
            var answer = await PerformAsync(context, caller, operation, await ReadAsync(context));
            context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
            context.Response.ContentType = "application/x-amz-json-1.0";
            await context.Response.WriteAsync(answer.ToJsonString(Plain), context.RequestAborted);
        }
        catch (SqsException error)
        {
            context.Response.Headers["x-amzn-query-error"] = $"{error.QueryCode};Sender";
            await context.WriteAsync(ErrorProtocol.Json, Error(error, error.Code));
        }
    }

    private async Task HandleQueryAsync(HttpContext context, Caller caller)
    {
        try
        {
            var (operation, request) = await QueryRequest.ReadAsync(context);
            var answer = await PerformAsync(context, caller, operation, request);
            var id = Guid.NewGuid().ToString();
            context.Response.Headers["x-amzn-RequestId"] = id;
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync(QueryAnswer.Of(operation, answer, id), context.RequestAborted);
        }
        catch (SqsException error)
        {
            await context.WriteAsync(ErrorProtocol.Query, Error(error, error.QueryCode));
        }
    }

    private Task<JsonObject> PerformAsync(HttpContext context, Caller caller, string operation, JsonObject request)
    {
        SqsOperations.Demand(operation);
        Authorize(context, caller, operation, request);
        return _operations.PerformAsync(operation, request, caller, context.RequestAborted);
    }

    private static AwsError Error(SqsException error, string code) =>
        new(error.Code == "AccessDenied" ? 403 : 400, code, error.Message) { Namespace = "com.amazonaws.sqs" };

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
