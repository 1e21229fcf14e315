using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>One request on its way through the edge, with what the steps have found out.</summary>
internal sealed class EdgeExchange(HttpContext context) : IDisposable
{
    /// <summary>The viewer's connection.</summary>
    public HttpContext Context => context;

    /// <summary>The value of <c>X-Amz-Cf-Id</c>.</summary>
    public string RequestId { get; } = EdgeIdentity.NewRequestId();

    /// <summary>What the viewer asks for; the root object takes the place of the root.</summary>
    public ViewerRequest Request { get; set; } = ViewerRequest.Of(context);

    /// <summary>The distribution, once it is selected.</summary>
    public Distribution? Distribution { get; set; }

    /// <summary>The behavior, once it is selected.</summary>
    public CacheBehavior? Behavior { get; set; }

    /// <summary>What the viewer gets; the steps up to the origin end with the first that sets it.</summary>
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
    public void Refuse(int status, string sentence) => Respond(EdgeResponse.OfError(status, sentence, RequestId));

    public void Dispose() => Response?.Dispose();
}
