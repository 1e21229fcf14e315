using Lexicon.Local.CloudFront.Cache;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Compares the viewer's conditions and its range with an object that is at hand
/// (https://www.rfc-editor.org/rfc/rfc9110#section-13, https://www.rfc-editor.org/rfc/rfc9110#section-14).
/// </summary>
internal sealed class CheckConditions : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange.Response is { Status: 200, Bytes: { } bytes, Body: null } response
            && exchange.Request.Method is "GET" or "HEAD")
        {
            exchange.Respond(Apply(exchange.Request, response, bytes));
        }

        return ValueTask.CompletedTask;
    }

    private static EdgeResponse Apply(ViewerRequest request, EdgeResponse response, ReadOnlyMemory<byte> bytes)
    {
        var (asked, present) = (request.Headers, response.Headers);
        if (asked.IfMatch.Count > 0 && !Lists(asked.IfMatch.ToString(), present.ETag.ToString(), strong: true))
        {
            return response.WithoutContent(412);
        }

        if (IsNotModified(asked, present))
        {
            return response.WithoutContent(304);
        }

        return request.Method == "GET" && asked.Range.Count > 0 && RangeHolds(asked, present)
            ? ViewerRange.Apply(response, bytes, asked.Range.ToString())
            : response;
    }

    private static bool IsNotModified(IHeaderDictionary asked, IHeaderDictionary present) => asked.IfNoneMatch.Count > 0
        ? Lists(asked.IfNoneMatch.ToString(), present.ETag.ToString(), strong: false)
        : HttpDate.Read(asked.IfModifiedSince.ToString()) is { } since
            && HttpDate.Read(present.LastModified.ToString()) is { } modified
            && modified <= since;

    private static bool RangeHolds(IHeaderDictionary asked, IHeaderDictionary present)
    {
        var condition = asked.IfRange.ToString();
        return condition.Length == 0
            || Lists(condition, present.ETag.ToString(), strong: true)
            || (HttpDate.Read(condition) is { } date && HttpDate.Read(present.LastModified.ToString()) == date);
    }

    private static bool Lists(string tags, string etag, bool strong)
    {
        if (tags.Trim() == "*")
        {
            return true;
        }

        return EntityTagHeaderValue.TryParse(etag, out var present)
            && EntityTagHeaderValue.TryParseList([tags], out var asked)
            && asked.Any(tag => tag.Compare(present, useStrongComparison: strong));
    }
}
