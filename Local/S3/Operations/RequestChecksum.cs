using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// The additional checksum that a request names, in a header or behind the body
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html).
/// </summary>
internal static class RequestChecksum
{
    private const string Choice = "x-amz-sdk-checksum-algorithm";

    /// <summary>The algorithm; null when the request names none.</summary>
    /// <exception cref="S3Exception">It names several, an unknown one, or one without its value.</exception>
    public static string? Algorithm(S3Request request)
    {
        var given = Checksum.Algorithms.Where(known => Value(request, known) is not null).ToList();
        var trailing = Trailing(request);
        if (given.Count + (trailing is null ? 0 : 1) > 1)
        {
            throw S3Exception.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }

        var chosen = request.Header(Choice) is { } name ? Checksum.Named(name) : null;
        var found = given.FirstOrDefault() ?? trailing;
        if (chosen is not null && found is null)
        {
            throw S3Exception.InvalidRequest(
                $"{Choice} specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");
        }

        return chosen is null || chosen == found
            ? found
            : throw S3Exception.InvalidRequest($"Value for {Choice} header is invalid.");
    }

    /// <summary>The value in the header of an algorithm, or null.</summary>
    /// <exception cref="S3Exception">It is not a checksum of the algorithm.</exception>
    public static string? Value(S3Request request, string algorithm)
    {
        var header = ChecksumFields.Header(algorithm);
        if (request.Header(header) is not { } value)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(value, bytes, out var length) && length == Checksum.LengthOf(algorithm)
            ? value
            : throw S3Exception.InvalidRequest($"Value for {header} header is invalid.");
    }

    /// <summary>Holds received content to what the client said of it.</summary>
    /// <exception cref="S3Exception">It is something else.</exception>
    public static void Check(S3Request request, StoredChecksum computed)
    {
        var name = ChecksumFields.Header(computed.Algorithm);
        var said = Value(request, computed.Algorithm) ?? request.Trailers.GetValueOrDefault(name);
        if (said is null && Trailing(request) == computed.Algorithm)
        {
            throw new S3Exception(
                400,
                "MalformedTrailerError",
                "The request contained trailing data that was not well-formed or did not conform to our published schema.");
        }

        if (said is not null && said != computed.Value)
        {
            throw new S3Exception(400, "BadDigest", $"The {computed.Algorithm} you specified did not match the calculated checksum.");
        }
    }

    // What x-amz-trailer announces.
    private static string? Trailing(S3Request request)
    {
        const string Prefix = "x-amz-checksum-";
        return request.Header("x-amz-trailer") is { } trailer && trailer.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? Checksum.Named(trailer[Prefix.Length..])
            : null;
    }
}
