using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// The query protocol, which SDKs and the CLI spoke until 2023
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-query-api.html).
/// </summary>
internal sealed class QueryEndpoint(AwsOperations operations)
{
    /// <summary>Handles one request, errors included.</summary>
    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        try
        {
            var (operation, request) = await QueryRequest.ReadAsync(context);
            var response = await operations.PerformAsync(new(context, caller, operation, request));
            var id = Guid.NewGuid().ToString();
            context.Response.Headers["x-amzn-RequestId"] = id;
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync(QueryResponse.ToXml(operation, response, id), context.RequestAborted);
        }
        catch (SqsException refusal)
        {
            await context.WriteAsync(ErrorProtocol.Query, refusal.QueryError);
        }
    }
}
