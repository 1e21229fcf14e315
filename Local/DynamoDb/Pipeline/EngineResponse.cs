using Lexicon.Local.DynamoDb.Responses;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>The engine's response as it is.</summary>
/// <param name="engine">The response.</param>
/// <param name="operation">The operation whose units are noted; null: none are.</param>
internal sealed class EngineResponse(HttpResponseMessage engine, string? operation = null) : IResult
{
    private const string Checksum = "x-amz-crc32";

    /// <summary>The id that the engine gave to a request, or a new one.</summary>
    public static string RequestId(HttpResponseMessage engine) =>
        engine.Headers.TryGetValues("x-amzn-RequestId", out var ids) ? ids.First() : Guid.NewGuid().ToString();

    public async Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = (int)engine.StatusCode;
        response.Headers["x-amzn-RequestId"] = RequestId(engine);
        response.ContentType = DynamoDbApi.ContentType;
        response.ContentLength = engine.Content.Headers.ContentLength;
        if (engine.Headers.TryGetValues(Checksum, out var sums))
        {
            response.Headers[Checksum] = sums.First();
        }

        try
        {
            await WriteBodyAsync(response, context.RequestAborted);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // The engine died in the middle of its response: the caller must not take it for whole.
            context.Abort();
        }
    }

    private async Task WriteBodyAsync(HttpResponse response, CancellationToken cancellation)
    {
        if (operation is null)
        {
            await engine.Content.CopyToAsync(response.Body, cancellation);
            return;
        }

        var body = await engine.Content.ReadAsByteArrayAsync(cancellation);
        ConsumedUnits.Note(operation, body);
        await response.Body.WriteAsync(body, cancellation);
    }
}
