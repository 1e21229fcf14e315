using System.Text;
using System.Text.Json;
using Lexicon.Local.Aws;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.Api;

/// <summary>Invoke over HTTP (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).</summary>
internal sealed class InvokeOperation(InvokePipeline pipeline)
{
    /// <summary>Handles a request whose caller is allowed to make it.</summary>
    /// <param name="context">The request and its response.</param>
    /// <param name="function">The function that it names.</param>
    /// <param name="requestId">The id of the request.</param>
    public async Task HandleAsync(HttpContext context, FunctionReference function, string requestId)
    {
        var http = context.Request;
        var type = TypeOf(Header(http, "X-Amz-Invocation-Type"));
        var payload = await ReadAsync(http, PayloadLimit.For(type), context.RequestAborted);
        var request = new InvokeRequest(function.Arn, payload)
        {
            InvocationType = type,
            RequestId = requestId,
            TraceHeader = Header(http, "X-Amzn-Trace-Id"),
            WantsLog = WantsLog(Header(http, "X-Amz-Log-Type")),

            // An event reaches its function without the client context.
            ClientContext = type == InvocationType.RequestResponse ? Header(http, "X-Amz-Client-Context") : null,
        };
        await WriteAsync(context.Response, await pipeline.InvokeAsync(request, context.RequestAborted), request.WantsLog);
    }

    private static InvocationType TypeOf(string? name) => name switch
    {
        null or "RequestResponse" => InvocationType.RequestResponse,
        "Event" => InvocationType.Event,
        "DryRun" => InvocationType.DryRun,
        _ => throw ApiValidation.Broken(ApiValidation.NotOf("invocationType", name, "Event, RequestResponse, DryRun")),
    };

    private static bool WantsLog(string? type) => type switch
    {
        null or "None" => false,
        "Tail" => true,
        _ => throw ApiValidation.Broken(ApiValidation.NotOf("logType", type, "None, Tail")),
    };

    private static async Task WriteAsync(HttpResponse http, InvokeResponse response, bool wantsLog)
    {
        http.StatusCode = response.StatusCode;
        if (response.ExecutedVersion is null)
        {
            return;
        }

        http.ContentType = "application/json";
        http.ContentLength = response.Payload.Length;
        http.Headers["x-amzn-Remapped-Content-Length"] = "0";
        http.Headers["X-Amz-Executed-Version"] = response.ExecutedVersion;
        if (response.FunctionError is not null)
        {
            http.Headers["X-Amz-Function-Error"] = response.FunctionError;
        }

        if (wantsLog)
        {
            http.Headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(response.LogTail));
        }

        await http.Body.WriteAsync(response.Payload);
    }

    /// <summary>The payload; nothing at all is an empty object.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, PayloadLimit limit, CancellationToken cancellation)
    {
        limit.Check(request.ContentLength ?? 0);
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        await request.Body.CopyToAsync(body, cancellation);
        limit.Check(body.Length);
        if (body.Length == 0)
        {
            return "{}"u8.ToArray();
        }

        var payload = body.GetBuffer().AsMemory(0, (int)body.Length);
        Check(payload.Span);
        return payload;
    }

    private static void Check(ReadOnlySpan<byte> payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = 1000 });
            while (reader.Read())
            {
            }
        }
        catch (JsonException flaw)
        {
            throw new LambdaServiceException(
                "InvalidRequestContentException",
                400,
                "Could not parse request body into json: Could not parse payload into json: "
                    + JacksonMessage.For(Encoding.UTF8.GetString(payload), flaw));
        }
    }

    private static string? Header(HttpRequest request, string name) => request.Headers[name] is [{ Length: > 0 } value] ? value : null;
}
