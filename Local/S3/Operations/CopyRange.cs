using System.Globalization;
using System.Text.RegularExpressions;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>x-amz-copy-source-range</c>: unlike <c>Range</c> it must be well-formed and inside of the source
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html).
/// </summary>
internal static partial class CopyRange
{
    private const string Header = "x-amz-copy-source-range";

    /// <summary>First byte and length; the whole object when the request names no range.</summary>
    /// <exception cref="S3Exception">400: it is malformed, or leaves the source.</exception>
    public static (long Start, long Length) Of(S3Request request, long size)
    {
        if (request.Header(Header) is not { } range)
        {
            return (0, size);
        }

        var match = Form().Match(range);
        if (!match.Success
            || !long.TryParse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture, out var first)
            || !long.TryParse(match.Groups["last"].ValueSpan, CultureInfo.InvariantCulture, out var last)
            || first > last)
        {
            throw S3Exception.InvalidArgument(
                $"The {Header} value must be of the form bytes=first-last where first and last are the zero-based offsets of the first "
                + "and last bytes to copy",
                Header,
                range);
        }

        return last < size
            ? (first, last - first + 1)
            : throw S3Exception.InvalidArgument($"Range specified is not valid for source object of size: {size}", Header, range);
    }

    [GeneratedRegex("^bytes=(?<first>[0-9]+)-(?<last>[0-9]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
