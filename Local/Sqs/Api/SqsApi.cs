using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs.Moves;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// The wire protocols, which SQS serves side by side: AWS JSON 1.0, where <c>X-Amz-Target</c> names the operation
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html), and the older query
/// protocol, which SDKs and the CLI spoke until 2023
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-query-api.html).
/// </summary>
internal sealed class SqsApi
{
    private const string Service = "AmazonSQS";

    private static readonly AwsJsonProtocol Json = new()
    {
        Services = [Service],
        ContentType = "application/x-amz-json-1.0",
        UnknownTarget = SqsOperations.NoOperation,
        Unreadable = reason => new SqsException("SerializationException", reason),
    };

    private static readonly AwsQueryProtocol Query = new()
    {
        Namespace = QueryResponse.Schema,
        Declaration = "<?xml version=\"1.0\"?>",
        NoAction = () => new SqsException("MissingAction", "The request must contain the parameter Action."),
        Read = QueryRequest.Read,
        Write = QueryResponse.Write,
        WriteJson = QueryResponse.WriteJson,
    };

    private readonly AwsJsonEndpoint _json;
    private readonly AwsQueryEndpoint _query;
    private readonly AwsOperations _operations;

    /// <summary>Serves the operations on queues.</summary>
    public SqsApi(Queues queues, MessageMoves moves, IIdentities identities)
    {
        _operations = new SqsOperations(queues, moves).Table(identities);
        _json = new(Json, _operations.HandleAsync);
        _query = new(Query, _operations);
    }

    /// <summary>The operations that are served.</summary>
    public IEnumerable<string> Operations => _operations.Names;

    /// <summary>Handles one request, errors included.</summary>
    public Task HandleAsync(HttpContext context, Caller caller) =>
        context.Request.Headers["x-amz-target"].ToString().StartsWith($"{Service}.", StringComparison.Ordinal)
            ? _json.HandleAsync(context, caller)
            : _query.HandleAsync(context, caller);
}
