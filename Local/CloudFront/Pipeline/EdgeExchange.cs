using Lexicon.Local.CloudFront.Cache;

using Lexicon.Local.CloudFront.Functions;
using Lexicon.Local.CloudFront.Locations;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>One request on its way through the edge, with what the steps have found.</summary>
internal sealed class EdgeExchange(ViewerRequest request, string requestId, EdgeLocation location) : IDisposable
{
    /// <summary>The value of <c>X-Amz-Cf-Id</c>.</summary>
    public string RequestId => requestId;

    /// <summary>What the viewer asks for; the default root object takes the place of the root.</summary>
    public ViewerRequest Request { get; set; } = request;

    /// <summary>Whose cache is asked: the point of presence on this machine, until the nearest is selected.</summary>
    public EdgeLocation Location { get; set; } = location;

    /// <summary>Whether the request has gone on to whoever is behind the location.</summary>
    public bool AsksOrigin { get; set; }

    /// <summary>What the regional edge cache did about it; null: it was not asked.</summary>
    public string? RegionalXCache { get; set; }

    /// <summary>When the edge had the request: a timestamp of its clock.</summary>
    public long Began { get; init; }

    /// <summary>How long the origin took to begin its response, for whichever location asked it; null: it was not asked.</summary>
    public TimeSpan? OriginTook { get; set; }

    /// <summary>Whether the viewer is told why it got what it got.</summary>
    public bool IsExplained { get; set; }

    /// <summary>The distribution, once it is selected.</summary>
    public Distribution? Distribution { get; set; }

    /// <summary>The cache behavior, once it is selected.</summary>
    public CacheBehavior? Behavior { get; set; }

    /// <summary>What the cache has for the request; null: the request does not use the cache.</summary>
    public CacheLookup? Lookup { get; set; }

    /// <summary>What the viewer gets; null until a step sets it.</summary>
    public EdgeResponse? Response { get; private set; }

    /// <summary>The step that set it first; null until one does.</summary>
    public IEdgeStep? RespondedBy { get; set; }

    /// <summary>Sets what the viewer gets, in place of an earlier response.</summary>
    public void Respond(EdgeResponse response)
    {
        // What streams on in the new response must not end with the earlier one.
        if (!ReferenceEquals(Response, response) && (Response?.Body is not { } body || !ReferenceEquals(body, response.Body)))
        {
            Response?.Dispose();
        }

        Response = response;
    }

    /// <summary>Sets CloudFront's own error page.</summary>
    public void Refuse(int status, string sentence) => Respond(EdgeResponse.ForError(status, sentence, RequestId));

    /// <summary>Sets the page for a function that failed.</summary>
    public void Fail(EdgeFunctionException failure) => Respond(
        EdgeResponse.ForError(failure.Status, failure.Sentence, RequestId) with { XCache = EdgeResponse.FunctionError });

    /// <summary>The same request, for work that continues after the viewer has its response.</summary>
    public EdgeExchange InBackground() => new(Request.InBackground(), RequestId, Location)
    {
        Distribution = Distribution,
        Behavior = Behavior,
        Lookup = Lookup,
    };

    /// <summary>The same request, as another location asks the next one for it.</summary>
    public EdgeExchange At(EdgeLocation next, ViewerRequest asked) => new(asked, RequestId, next)
    {
        Distribution = Distribution,
        Behavior = Behavior,
    };

    public void Dispose() => Response?.Dispose();
}
