using System.Globalization;
using System.Text;
using Lexicon.Local.CloudFront.Cache;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// The ranges of an object that is at hand (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RangeGETs.html):
/// those that are valid, ascending and apart from each other; anything else gets the whole object.
/// </summary>
internal static class ViewerRange
{
    /// <summary>The part or parts, status 206; status 416 when the object has none of them.</summary>
    public static EdgeResponse Apply(EdgeResponse response, ReadOnlyMemory<byte> bytes, string header)
    {
        if (AskedRanges.Read(header) is not { } ranges)
        {
            return response;
        }

        var parts = ranges.Select(range => Bounds(range, bytes.Length)).Where(part => part.Start <= part.End).ToArray();
        if (parts.Length == 0)
        {
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{bytes.Length}");
            return response.WithoutContent(416);
        }

        if (parts.Zip(parts.Skip(1)).Any(pair => pair.Second.Start <= pair.First.End))
        {
            return response;
        }

        return parts.Length == 1 ? One(response, bytes, parts[0]) : Several(response, bytes, parts);
    }

    private static (long Start, long End) Bounds(RangeItemHeaderValue range, int length) => range.From is { } from
        ? (from, Math.Min(range.To ?? long.MaxValue, length - 1))
        : (range.To == 0 ? length : Math.Max(0, length - range.To!.Value), length - 1);

    private static EdgeResponse One(EdgeResponse response, ReadOnlyMemory<byte> bytes, (long Start, long End) part)
    {
        response.Headers.ContentRange = ContentRange(part, bytes.Length);
        return response.WithBytes(206, bytes[(int)part.Start..((int)part.End + 1)]);
    }

    private static EdgeResponse Several(EdgeResponse response, ReadOnlyMemory<byte> bytes, (long Start, long End)[] parts)
    {
        var boundary = $"CloudFront:{Guid.NewGuid():N}";
        var type = response.Headers.ContentType.ToString() is { Length: > 0 } value ? $"Content-Type: {value}\r\n" : "";
        using var body = new MemoryStream();
        foreach (var part in parts)
        {
            Write(body, $"\r\n--{boundary}\r\n{type}Content-Range: {ContentRange(part, bytes.Length)}\r\n\r\n");
            body.Write(bytes.Span[(int)part.Start..((int)part.End + 1)]);
        }

        Write(body, $"\r\n--{boundary}--\r\n");
        response.Headers.ContentType = $"multipart/byteranges; boundary=\"{boundary}\"";
        return response.WithBytes(206, body.ToArray());
    }

    private static string ContentRange((long Start, long End) part, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {part.Start}-{part.End}/{length}");

    private static void Write(MemoryStream body, string text) => body.Write(Encoding.Latin1.GetBytes(text));
}
