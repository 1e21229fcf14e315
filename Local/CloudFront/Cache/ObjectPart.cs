using System.Globalization;
using Lexicon.Local.CloudFront.Pipeline;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>
/// A part of an object: it serves whoever asks for something within it
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RangeGETs.html).
/// </summary>
/// <param name="Of">The key of the object.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">Its last byte.</param>
/// <param name="Whole">How long the object is.</param>
internal sealed record ObjectPart(string Of, long Start, long End, long Whole)
{
    /// <summary>By <c>Content-Range</c>; null when that does not say what the body is.</summary>
    public static ObjectPart? From(string of, string contentRange, long length) =>
        ContentRangeHeaderValue.TryParse(contentRange, out var range)
        && range is { From: { } start, To: { } end, Length: { } whole }
        && range.Unit == "bytes" && end - start + 1 == length
            ? new(of, start, end, whole)
            : null;

    /// <summary>The one range that a request asks for; null: it asks for none that can be read, or for several.</summary>
    /// <param name="header">The value of <c>Range</c>.</param>
    public static RangeItemHeaderValue? Asked(string header) =>
        AskedRanges.Read(header) is [var only] ? only : null;

    /// <summary>The entry with what a range asks for; null when that is not within the part.</summary>
    /// <param name="entry">Whose part this is.</param>
    /// <param name="range">What is asked for.</param>
    public CacheEntry? Cut(CacheEntry entry, RangeItemHeaderValue range)
    {
        var first = range.From ?? Math.Max(0, Whole - range.To!.Value);
        var last = range.From is null ? Whole - 1 : Math.Min(range.To ?? long.MaxValue, Whole - 1);
        if (first < Start || last > End || first > last)
        {
            return null;
        }

        var headers = entry.Headers.Copy();
        headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{Whole}");
        var body = entry.Body[(int)(first - Start)..(int)(last - Start + 1)];
        return entry with { Headers = headers, Body = body, Length = body.Length };
    }
}
