using System.Globalization;
using Lexicon.Local.S3.Protocol;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.S3.Operations;

/// <summary>The <c>Range</c> header: one range is honored, several and malformed ones are ignored as S3 does.</summary>
internal static class ByteRange
{
    /// <summary>First byte and length; null when the whole object is meant.</summary>
    /// <exception cref="S3Exception">416: the range begins behind the end.</exception>
    public static (long Start, long Length)? Parse(string header, long size)
    {
        if (!RangeHeaderValue.TryParse(header, out var parsed) || parsed.Unit != "bytes" || parsed.Ranges.Count != 1)
        {
            return null;
        }

        var range = parsed.Ranges.Single();
        var (start, end) = (range.From, range.To) switch
        {
            (null, { } suffix) => (Math.Max(0, size - suffix), suffix == 0 ? -1 : size - 1),
            ({ } from, { } to) => (from, Math.Min(to, size - 1)),
            ({ } from, null) => (from, size - 1),
            _ => (0, size - 1),
        };
        return start <= end ? (start, end - start + 1) : throw new S3Exception(
            416, "InvalidRange", "The requested range is not satisfiable")
        {
            Details = [("RangeRequested", header), ("ActualObjectSize", size.ToString(CultureInfo.InvariantCulture))],
            Headers = [("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{size}"))],
        };
    }
}
