namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// Which bodies are binary
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html).
/// </summary>
internal static class MediaTypes
{
    /// <summary>Whether the media type of a header value is among the binary ones; parameters do not count.</summary>
    public static bool AreBinary(IReadOnlyList<string> binaryMediaTypes, string header)
    {
        var mediaType = Essence(header);
        return binaryMediaTypes.Any(pattern => Matches(pattern, mediaType));
    }

    /// <summary>A media type without its parameters.</summary>
    public static string Essence(string header) => header.Split(';', 2)[0].Trim();

    /// <summary>The first media type of an <c>Accept</c> header, the only one that API Gateway looks at.</summary>
    public static string? FirstAccepted(string? accept) =>
        string.IsNullOrWhiteSpace(accept) ? null : Essence(accept.Split(',', 2)[0]);

    private static bool Matches(string pattern, string mediaType) =>
        pattern == "*/*"
            || pattern.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            || (pattern.EndsWith("/*", StringComparison.Ordinal)
                && mediaType.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase));
}
