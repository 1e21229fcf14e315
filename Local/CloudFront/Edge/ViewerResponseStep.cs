using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront;

/// <summary>
/// Answers the viewer: its conditions and its range are held against the object, the response headers policy is applied,
/// and CloudFront signs what it sends.
/// </summary>
internal static class ViewerResponseStep
{
    /// <summary>Writes the response.</summary>
    public static async Task WriteAsync(
        HttpContext context, ViewerRequest request, Behaviour? behaviour, EdgeResponse answer, string pointOfPresence, string requestId)
    {
        var shown = ViewerConditions.Apply(request, answer);
        if (behaviour?.ResponseHeaders is { } policy)
        {
            ResponseHeadersStep.Apply(policy, request, shown.Headers);
        }

        var response = context.Response;
        response.StatusCode = shown.Status;
        foreach (var (name, values) in shown.Headers)
        {
            response.Headers[name] = values;
        }

        response.Headers["X-Cache"] = shown.XCache;
        response.Headers.Via = EdgeIdentity.Via(request.HttpVersion);
        response.Headers["X-Amz-Cf-Pop"] = pointOfPresence;
        response.Headers["X-Amz-Cf-Id"] = requestId;
        if (shown.Status is 204 or 304)
        {
            return;
        }

        response.ContentLength = shown.Length;
        if (request.Method != "HEAD")
        {
            await WriteBodyAsync(context, shown);
        }
    }

    private static async Task WriteBodyAsync(HttpContext context, EdgeResponse shown)
    {
        if (shown.Bytes is { } bytes)
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }

        if (shown.Streaming is null)
        {
            return;
        }

        try
        {
            await shown.Streaming.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception mistake) when (mistake is IOException or HttpRequestException or OperationCanceledException)
        {
            // The origin broke off, or the viewer went away: the viewer must not take a part for the whole.
            context.Abort();
        }
    }
}
