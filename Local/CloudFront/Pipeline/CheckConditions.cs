using Lexicon.Local.CloudFront.Cache;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Compares the viewer's conditions and its range with an object that is at hand
/// (https://www.rfc-editor.org/rfc/rfc9110#section-13, https://www.rfc-editor.org/rfc/rfc9110#section-14). What has no ETag is not
/// compared by one (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html,
/// "Caching").
/// </summary>
internal sealed class CheckConditions(TimeProvider time) : IEdgeStep
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

    private EdgeResponse Apply(ViewerRequest request, EdgeResponse response, ReadOnlyMemory<byte> bytes)
    {
        var (asked, present) = (request.Headers, response.Headers);
        if (asked.IfMatch.Count > 0 && present.ETag.Count > 0 && !Lists(asked.IfMatch.ToString(), present.ETag.ToString(), strong: true))
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

    private bool IsNotModified(IHeaderDictionary asked, IHeaderDictionary present) => asked.IfNoneMatch.Count > 0
        ? present.ETag.Count > 0 && Lists(asked.IfNoneMatch.ToString(), present.ETag.ToString(), strong: false)
        : asked.IfModifiedSince.Count > 0
            && Date(asked.IfModifiedSince.ToString()) is { } since
            && Date(present.LastModified.ToString()) is { } modified
            && modified <= since;

    private bool RangeHolds(IHeaderDictionary asked, IHeaderDictionary present)
    {
        var condition = asked.IfRange.ToString();
        return condition.Length == 0
            || Lists(condition, present.ETag.ToString(), strong: true)
            || (Date(condition) is { } date && Date(present.LastModified.ToString()) == date);
    }

    private DateTimeOffset? Date(string text) => HttpDate.Read(text, time.GetUtcNow());

    private static bool Lists(string tags, string etag, bool strong)
    {
        if (tags.Trim() == "*")
        {
            return true;
        }

        // What an origin sends in the place of a tag is a name all the same, and the viewer gives it back as it got it.
        return EntityTagHeaderValue.TryParse(etag, out var present)
            ? EntityTagHeaderValue.TryParseList([tags], out var asked)
                && asked.Any(tag => tag.Compare(present, useStrongComparison: strong))
            : etag.Length > 0 && tags.Trim() == etag;
    }
}
