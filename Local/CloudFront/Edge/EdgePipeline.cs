using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront;

/// <summary>What happens to every viewer request, in CloudFront's order.</summary>
internal sealed class EdgePipeline(PointOfPresence pointOfPresence)
{
    private const int LongestUrl = 8192;

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context, Distribution? distribution)
    {
        var requestId = EdgeIdentity.NewRequestId();
        var request = ViewerRequest.Of(context);
        if (Refuse(request, distribution) is { } refusal)
        {
            using var page = EdgeResponse.OfError(refusal.Status, refusal.Sentence, requestId);
            await ViewerResponseStep.WriteAsync(context, request, null, page, pointOfPresence.Name, requestId);
            return;
        }

        if (request.Path == "/" && distribution!.DefaultRootObject.Length > 0)
        {
            request = request with { Path = $"/{distribution.DefaultRootObject.TrimStart('/')}" };
        }

        var behaviour = distribution!.BehaviourFor(request.Path);
        using var response = await AnswerAsync(distribution, behaviour, request, requestId);
        await ViewerResponseStep.WriteAsync(context, request, behaviour, response, pointOfPresence.Name, requestId);
    }

    private static (int Status, string Sentence)? Refuse(ViewerRequest request, Distribution? distribution)
    {
        if (distribution is not { Enabled: true })
        {
            return (403, "Bad request.");
        }

        // Developer guide of CloudFront, "Use AWS WAF protections": before the cache and whatever else.
        if (distribution.WebAcl?.Allows(new(request.Address.ToString(), name => Header(request, name))) == false)
        {
            return (403, "Request blocked.");
        }

        if (request.Path.Length + request.Query.Length + request.Host.Length > LongestUrl)
        {
            return (413, "Bad request.");
        }

        return request is { Method: "GET", Body: not null } && request.Headers.ContentLength is not 0 ? (403, "Bad request.") : null;
    }

    private static string? Header(ViewerRequest request, string name) =>
        request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    private async Task<EdgeResponse> AnswerAsync(
        Distribution distribution, Behaviour behaviour, ViewerRequest request, string requestId)
    {
        if (!behaviour.AllowedMethods.Contains(request.Method))
        {
            return EdgeResponse.OfError(
                403,
                "This distribution is not configured to allow the HTTP request method that was used for this request. "
                + "The distribution supports only cachable requests.",
                requestId);
        }

        EdgeResponse response;
        try
        {
            response = await pointOfPresence.FetchAsync(distribution, behaviour, request, requestId);
        }
        catch (OriginException mistake)
        {
            response = EdgeResponse.OfError(mistake.Status, mistake.Message, requestId);
        }

        return response.Status >= 400
            && distribution.ErrorResponses.TryGetValue(response.Status, out var custom)
            && await CustomPageAsync(distribution, custom, request, response.Status, requestId) is { } page
                ? Replace(response, page)
                : response;
    }

    private static EdgeResponse Replace(EdgeResponse response, EdgeResponse page)
    {
        response.Dispose();
        return page;
    }

    // Developer guide of CloudFront, "Generate custom error responses": the page is an object like any other.
    private async Task<EdgeResponse?> CustomPageAsync(
        Distribution distribution, CustomErrorResponse custom, ViewerRequest request, int status, string requestId)
    {
        if (custom.PagePath is null)
        {
            return null;
        }

        var page = new ViewerRequest
        {
            Method = "GET",
            Host = request.Host,
            Path = custom.PagePath,
            Headers = new HeaderDictionary { ["Accept-Encoding"] = request.Headers.AcceptEncoding },
            HttpVersion = request.HttpVersion,
            Address = request.Address,
            Port = request.Port,
            Aborted = request.Aborted,
        };
        try
        {
            var found = await pointOfPresence.FetchAsync(distribution, distribution.BehaviourFor(custom.PagePath), page, requestId);
            if (found.Status == 200)
            {
                return found.AsError(custom.ResponseStatus ?? status);
            }

            found.Dispose();
            return null;
        }
        catch (OriginException)
        {
            return null;
        }
    }
}
