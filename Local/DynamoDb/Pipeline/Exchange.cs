using System.Text.Json;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>A request on its way, and what the engine returned for it.</summary>
internal sealed class Exchange(AwsJsonRequest request) : IDisposable
{
    /// <summary>The HTTP request.</summary>
    public HttpContext Context => request.Context;

    /// <summary>Who sent it.</summary>
    public Caller Caller => request.Caller;

    /// <summary>The operation's name.</summary>
    public string Operation => request.Operation;

    /// <summary>The request as JSON.</summary>
    public JsonElement Request => request.Root;

    /// <summary>The request as it came.</summary>
    public ReadOnlyMemory<byte> Body => request.Body;

    /// <summary>Ends when the caller goes away.</summary>
    public CancellationToken Cancellation => request.Context.RequestAborted;

    /// <summary>The engine's response, once the request has been there.</summary>
    public HttpResponseMessage? Engine { get; set; }

    public void Dispose() => Engine?.Dispose();
}
