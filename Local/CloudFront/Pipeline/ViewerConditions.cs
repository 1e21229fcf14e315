using Lexicon.Local.CloudFront.Cache;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>The viewer's conditional headers and its range, held against an object that is at hand (RFC 9110 sections 13, 14).</summary>
internal static class ViewerConditions
{
    private static readonly string[] OfTheViewer =
        ["If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Range"];

    private static readonly string[] OfTheContent = ["Content-Type", "Content-Encoding", "Content-Language", "Accept-Ranges"];

    /// <summary>The answer, or what the conditions make of it.</summary>
    public static EdgeResponse Apply(ViewerRequest request, EdgeResponse answer)
    {
        if (answer is not { Status: 200, Bytes: { } bytes, Body: null } || request.Method is not ("GET" or "HEAD"))
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
            ? ViewerRange.Apply(answer, bytes, headers.Range.ToString())
            : answer;
    }

    private static bool IsNotModified(IHeaderDictionary asked, IHeaderDictionary there) => asked.IfNoneMatch.Count > 0
        ? Lists(asked.IfNoneMatch.ToString(), there.ETag.ToString(), strong: false)
        : HttpDate.Read(asked.IfModifiedSince.ToString()) is { } since
            && HttpDate.Read(there.LastModified.ToString()) is { } modified
            && modified <= since;

    private static bool RangeHolds(IHeaderDictionary asked, IHeaderDictionary there)
    {
        var condition = asked.IfRange.ToString();
        return condition.Length == 0
            || Lists(condition, there.ETag.ToString(), strong: true)
            || (HttpDate.Read(condition) is { } date && HttpDate.Read(there.LastModified.ToString()) == date);
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

    /// <summary>Whether a request has conditions or a range.</summary>
    public static bool Has(IHeaderDictionary headers) => OfTheViewer.Any(headers.ContainsKey);

    /// <summary>Takes the conditions and the range out of a request.</summary>
    public static void Remove(IHeaderDictionary headers)
    {
        foreach (var name in OfTheViewer)
        {
            headers.Remove(name);
        }
    }

    /// <summary>Whether a request asks for a range on no condition.</summary>
    public static bool AsksForPartOnly(ViewerRequest request) =>
        request.Method == "GET" && request.Headers.Range.Count > 0 && OfTheViewer.Count(request.Headers.ContainsKey) == 1;

    /// <summary>The answer without its body.</summary>
    public static EdgeResponse Empty(EdgeResponse answer, int status)
    {
        foreach (var name in OfTheContent)
        {
            answer.Headers.Remove(name);
        }

        return answer.With(status, ReadOnlyMemory<byte>.Empty);
    }
}
