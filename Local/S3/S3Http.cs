using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.S3.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lexicon.Local.S3;

/// <summary>Between HTTP and the pipeline.</summary>
internal static class S3Http
{
    private const long LargestBody = 5L * 1024 * 1024 * 1024 + (64 * 1024 * 1024);

    /// <summary>Handles one HTTP request.</summary>
    public static async Task HandleAsync(HttpContext context, Caller caller, S3Pipeline pipeline)
    {
        // The largest object of one request, with room for the framing of its chunks.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        using var answer = await pipeline.ExecuteAsync(Read(context, caller));
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, values) in answer.Headers)
        {
            response.Headers[name] = values;
        }

        if (answer.Status is not (204 or 304))
        {
            response.ContentLength = answer.Length;
        }

        await answer.Body.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static S3Request Read(HttpContext context, Caller caller)
    {
        var request = new S3Request
        {
            Method = context.Request.Method,
            Query = context.Request.Query,
            Headers = context.Request.Headers,
            Body = context.Request.Body,
            LacksLength = context.Request.ContentLength is null && context.Request.Headers.TransferEncoding.Count == 0,
            Trailers = context.Features.Get<ChunkedPayload>()?.Trailers ?? new Dictionary<string, string>(),
            Caller = caller,
            SourceAddress = context.Connection.RemoteIpAddress is { } address ? ClientAddress.Unmap(address).ToString() : null,
            Cancellation = context.RequestAborted,
        };
        if (caller == Caller.Anonymous && context.Request.Headers.Authorization is [{ Length: > 0 } unknown])
        {
            return request with { Fault = S3Exception.InvalidArgument("Unsupported Authorization Type", "Authorization", unknown) };
        }

        try
        {
            var (bucket, key) = S3Address.Parse(context.Request);
            return request with { Bucket = bucket, Key = key };
        }
        catch (S3Exception fault)
        {
            return request with { Fault = fault };
        }
    }
}
