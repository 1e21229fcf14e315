using System.Text;
using System.Text.Json;
using Lexicon.Local.Lambda.Asynchronous;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.Api;

/// <summary>Invoke (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).</summary>
internal sealed class InvokeOperation(IFunctions invoker, EventInvoker events)
{
    /// <summary>Answers an invocation whose caller is allowed to make it.</summary>
    public async Task HandleAsync(HttpContext context, FunctionReference function)
    {
        var request = context.Request;
        var type = Header(request, "X-Amz-Invocation-Type") ?? "RequestResponse";
        if (type is not ("RequestResponse" or "Event" or "DryRun"))
        {
            throw new LambdaServiceException(
                "InvalidParameterValueException", 400, $"InvocationType {type} is none; there are RequestResponse, Event and DryRun");
        }

        var limit = type == "Event" ? PayloadLimit.Event : PayloadLimit.RequestResponse;
        var payload = await ReadAsync(request, limit, context.RequestAborted);
        var invocation = new InvokeRequest { TraceHeader = Header(request, "X-Amzn-Trace-Id") };
        switch (type)
        {
            case "DryRun":
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "Event":
                // An event reaches its function without the client context.
                context.Response.Headers["x-amzn-RequestId"] = events.Invoke(function, payload, invocation);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                break;
            default:
                var wantsLog = Header(request, "X-Amz-Log-Type") == "Tail";
                var waiting = invocation with { ClientContext = Header(request, "X-Amz-Client-Context"), WantsLog = wantsLog };
                var result = await invoker.InvokeAsync(function.Arn, payload, waiting, context.RequestAborted);
                await AnswerAsync(context.Response, result, wantsLog);
                break;
        }
    }

    private static async Task AnswerAsync(HttpResponse response, InvokeResponse result, bool wantsLog)
    {
        response.ContentType = "application/json";
        response.ContentLength = result.Payload.Length;
        response.Headers["x-amzn-RequestId"] = result.RequestId;
        response.Headers["x-amzn-Remapped-Content-Length"] = "0";
        response.Headers["X-Amz-Executed-Version"] = result.ExecutedVersion;
        if (result.FunctionError is not null)
        {
            response.Headers["X-Amz-Function-Error"] = result.FunctionError;
        }

        if (wantsLog)
        {
            response.Headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(result.LogTail));
        }

        await response.Body.WriteAsync(result.Payload);
    }

    /// <summary>The payload; nothing at all is an empty object.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpRequest request, PayloadLimit limit, CancellationToken cancellation)
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
                $"Could not parse request body into json: Could not parse payload into json: {flaw.Message}");
        }
    }

    private static string? Header(HttpRequest request, string name) => request.Headers[name] is [{ Length: > 0 } value] ? value : null;
}
