using Lexicon.Local.CloudFront.Cache;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>One request on its way through the edge, with what the steps have found.</summary>
internal sealed class EdgeExchange(ViewerRequest request, string requestId) : IDisposable
{
    /// <summary>The value of <c>X-Amz-Cf-Id</c>.</summary>
    public string RequestId => requestId;

    /// <summary>What the viewer asks for; the default root object takes the place of the root.</summary>
    public ViewerRequest Request { get; set; } = request;

    /// <summary>The distribution, once it is selected.</summary>
    public Distribution? Distribution { get; set; }

    /// <summary>The cache behavior, once it is selected.</summary>
    public CacheBehavior? Behavior { get; set; }

    /// <summary>What the cache has for the request; null: the request does not use the cache.</summary>
    public CacheLookup? Lookup { get; set; }

    /// <summary>What the viewer gets; null until a step sets it.</summary>
    public EdgeResponse? Response { get; private set; }

    /// <summary>Sets what the viewer gets, in place of an earlier response.</summary>
    public void Respond(EdgeResponse response)
    {
        if (!ReferenceEquals(Response, response))
        {
            Response?.Dispose();
        }

        Response = response;
    }

    /// <summary>Sets CloudFront's own error page.</summary>
    public void Refuse(int status, string sentence) => Respond(EdgeResponse.ForError(status, sentence, RequestId));

    /// <summary>The same request, for work that continues after the viewer has its response.</summary>
    public EdgeExchange InBackground() => new(Request.InBackground(), RequestId)
    {
        Distribution = Distribution,
        Behavior = Behavior,
        Lookup = Lookup,
    };

    public void Dispose() => Response?.Dispose();
}
