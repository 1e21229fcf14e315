using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.CloudFront;

/// <summary>The viewer's conditional headers and its range, held against an object that is at hand (RFC 9110 sections 13, 14).</summary>
internal static class ViewerConditions
{
    private static readonly string[] OfTheContent = ["Content-Type", "Content-Encoding", "Content-Language", "Accept-Ranges"];

    /// <summary>The answer, or what the conditions make of it.</summary>
    public static EdgeResponse Apply(ViewerRequest request, EdgeResponse answer)
    {
        if (answer is not { Status: 200, Bytes: { } bytes, Streaming: null } || request.Method is not ("GET" or "HEAD"))
        {
            return answer;
        }

        var headers = request.Headers;
        if (headers.IfMatch.Count > 0 && !Lists(headers.IfMatch.ToString(), answer.Headers.ETag.ToString(), strong: true))
        {
            return Empty(answer, 412);
        }

        if (IsNotModified(headers, answer.Headers))
        {
            return Empty(answer, 304);
        }

        return request.Method == "GET" && headers.Range.Count > 0 && RangeHolds(headers, answer.Headers)
            ? Part(answer, bytes, headers.Range.ToString())
            : answer;
    }

    private static bool IsNotModified(IHeaderDictionary asked, IHeaderDictionary there) => asked.IfNoneMatch.Count > 0
        ? Lists(asked.IfNoneMatch.ToString(), there.ETag.ToString(), strong: false)
        : Time(asked.IfModifiedSince.ToString()) is { } since
            && Time(there.LastModified.ToString()) is { } modified
            && modified <= since;

    private static bool RangeHolds(IHeaderDictionary asked, IHeaderDictionary there)
    {
        var condition = asked.IfRange.ToString();
        return condition.Length == 0
            || Lists(condition, there.ETag.ToString(), strong: true)
            || (Time(condition) is { } date && Time(there.LastModified.ToString()) == date);
    }

    private static bool Lists(string tags, string etag, bool strong)
    {
        if (tags.Trim() == "*")
        {
            return true;
        }

        return EntityTagHeaderValue.TryParse(etag, out var there)
            && EntityTagHeaderValue.TryParseList([tags], out var asked)
            && asked.Any(tag => tag.Compare(there, useStrongComparison: strong));
    }

    // Developer guide of CloudFront, "How CloudFront processes partial requests": one range; anything else gets the whole.
    private static EdgeResponse Part(EdgeResponse answer, ReadOnlyMemory<byte> bytes, string header)
    {
        if (!RangeHeaderValue.TryParse(header, out var parsed) || parsed.Unit != "bytes" || parsed.Ranges.Count != 1)
        {
            return answer;
        }

        var range = parsed.Ranges.Single();
        var start = range.From ?? Math.Max(0, bytes.Length - range.To!.Value);
        var end = range.From is null ? bytes.Length - 1 : Math.Min(range.To ?? long.MaxValue, bytes.Length - 1);
        if (start > end)
        {
            answer.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{bytes.Length}");
            return Empty(answer, 416);
        }

        answer.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{end}/{bytes.Length}");
        return With(answer, 206, bytes[(int)start..((int)end + 1)]);
    }

    private static EdgeResponse Empty(EdgeResponse answer, int status)
    {
        foreach (var name in OfTheContent)
        {
            answer.Headers.Remove(name);
        }

        return With(answer, status, ReadOnlyMemory<byte>.Empty);
    }

    private static EdgeResponse With(EdgeResponse answer, int status, ReadOnlyMemory<byte> bytes) => new()
    {
        Status = status,
        Headers = answer.Headers,
        XCache = answer.XCache,
        Bytes = bytes,
        Length = bytes.Length,
    };

    private static DateTimeOffset? Time(string header) =>
        DateTimeOffset.TryParseExact(header, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
