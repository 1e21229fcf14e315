using Lexicon.Local.CloudFront.Pipeline;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>The response of a regional edge cache, as the point of presence gets it: like an origin's.</summary>
internal static class RegionalResponse
{
    /// <summary>The response; whoever sends it on disposes it.</summary>
    /// <param name="response">What the regional edge cache responds.</param>
    /// <param name="method">The method of the request: HEAD gets no body.</param>
    public static OriginResponse From(EdgeResponse response, string method)
    {
        var body = method == "HEAD" ? Stream.Null : BodyOf(response);
        var converted = new OriginResponse(response.Status, body, response.Length, response) { FreshUntil = response.FreshUntil };
        foreach (var (name, values) in response.Headers)
        {
            converted.Headers[name] = values;
        }

        return converted;
    }

    private static Stream BodyOf(EdgeResponse response) =>
        response.Bytes is { } bytes ? new MemoryBody(bytes, response.Body) : response.Body ?? Stream.Null;
}
