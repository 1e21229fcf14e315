using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Api;

/// <summary>A request of an AWS JSON protocol whose target and body were read.</summary>
/// <param name="Protocol">The service's protocol.</param>
/// <param name="Context">The HTTP request.</param>
/// <param name="Caller">Who sent it.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="Root">The body as JSON; usable until the request has been handled.</param>
internal sealed record AwsJsonRequest(
    AwsJsonProtocol Protocol, HttpContext Context, Caller Caller, string Operation, ReadOnlyMemory<byte> Body, JsonElement Root)
{
    /// <summary>The call that the request makes.</summary>
    /// <exception cref="AwsException">The body is not an object.</exception>
    public AwsCall ToCall() => Root.ValueKind == JsonValueKind.Object
        ? new(Context, Caller, Operation, JsonObject.Create(Root)!)
        : throw Protocol.Unreadable(AwsJsonEndpoint.NotAnObject);

    /// <summary>Writes the response of an operation that succeeded.</summary>
    public async Task WriteAsync(JsonNode? response)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(response, AwsJson.Options);
        Context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        Context.Response.ContentType = Protocol.ContentType;
        Context.Response.ContentLength = body.Length;
        await Context.Response.Body.WriteAsync(body, Context.RequestAborted);
    }
}
