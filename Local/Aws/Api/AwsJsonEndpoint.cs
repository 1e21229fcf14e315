using System.Text.Json;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Api;

/// <summary>
/// The frame of the AWS JSON protocols (https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html): the target names the
/// operation, the body is its request, the service handles it, and what the service refuses becomes an error document.
/// </summary>
/// <param name="protocol">The service's protocol.</param>
/// <param name="handle">
/// Authorizes and performs a request and writes its response: <see cref="AwsOperations.HandleAsync"/> where a table has the operations.
/// </param>
internal sealed class AwsJsonEndpoint(AwsJsonProtocol protocol, Func<AwsJsonRequest, Task> handle)
{
    /// <summary>What is wrong with most bodies that cannot be read.</summary>
    public const string NotAnObject = "The request body is not a JSON object.";

    // Of two members with one name, the one that is authorized could be another than the one that is performed.
    private readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false, MaxDepth = protocol.MaxDepth };

    /// <summary>The endpoint of a table of operations.</summary>
    public AwsJsonEndpoint(AwsJsonProtocol protocol, AwsOperations operations)
        : this(protocol, operations.HandleAsync) => Operations = operations.Names;

    /// <summary>The names of the operations in its table, where it has one.</summary>
    public IEnumerable<string> Operations { get; } = [];

    /// <summary>Handles one request, errors included.</summary>
    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        try
        {
            var operation = ReadTarget(context.Request);
            protocol.Admit(context);
            var body = await ReadBodyAsync(context);
            using var document = Parse(body);
            await handle(new(protocol, context, caller, operation, body, document.RootElement));
        }
        catch (AwsException refusal) when (!context.Response.HasStarted)
        {
            await context.WriteAsync(ErrorProtocol.Json, refusal.Error, contentType: protocol.ContentType);
        }
    }

    private string ReadTarget(HttpRequest request)
    {
        var target = request.Headers["x-amz-target"].ToString();
        return target.Split('.') is [var service, var operation] && protocol.Services.Contains(service)
            ? operation
            : throw protocol.UnknownTarget(target);
    }

    // The body of a signed request was read to check its signature.
    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context)
    {
        if (context.Features.Get<RequestPayload>() is { } payload)
        {
            return payload.Body;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, _strict);
        }
        catch (JsonException)
        {
            throw protocol.Unreadable(NotAnObject);
        }
    }
}
