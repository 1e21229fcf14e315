using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Pipeline;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb;

/// <summary>
/// The wire protocol of DynamoDB and DynamoDB Streams, AWS JSON 1.0
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html).
/// </summary>
internal sealed class DynamoDbApi
{
    /// <summary>The type of every response.</summary>
    public const string ContentType = "application/x-amz-json-1.0";

    private readonly DatabaseEngine _engine;
    private readonly AwsJsonEndpoint _endpoint;

    /// <summary>Serves what a pipeline does, while an engine runs.</summary>
    public DynamoDbApi(DatabaseEngine engine, RequestPipeline pipeline)
    {
        _engine = engine;
        _endpoint = new(
            new()
            {
                Services = ["DynamoDB_20120810", "DynamoDBStreams_20120810"],
                ContentType = ContentType,
                UnknownTarget = _ => Error("UnknownOperationException", ""),
                Unreadable = _ => Error("SerializationException", "Start of structure or map found where not expected."),
                Admit = Admit,
                MaxDepth = DeepJson.MaxDepth,
            },
            pipeline.HandleAsync);
    }

    /// <summary>Handles one request, errors included.</summary>
    /// <exception cref="SignatureException">The request has no signature.</exception>
    public Task HandleAsync(HttpContext context, Caller caller) => caller == Caller.Anonymous
        ? throw new SignatureException(SignatureFault.Missing)
        : _endpoint.HandleAsync(context, caller);

    private void Admit(HttpContext context)
    {
        if (!_engine.HasBegun)
        {
            throw Error(
                "ResourceNotFoundException",
                "Requested resource not found: the templates declare no table, so that DynamoDB Local is not started.");
        }
    }

    private static DynamoDbException Error(string code, string message) => new(new AwsError(400, code, message));
}
