using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lexicon.Local.Hosting;

/// <summary>
/// The target of a request as the client sent it, nothing decoded (https://www.rfc-editor.org/rfc/rfc9112#section-3.2). Signatures,
/// cache keys and path parameters depend on how it is spelled, which ASP.NET Core's own path no longer says.
/// </summary>
/// <param name="Path">The path; <c>*</c> where the request is about the server as a whole.</param>
/// <param name="Query">What follows the question mark; empty without one.</param>
internal readonly record struct RawTarget(string Path, string Query)
{
    /// <summary>Reads the target; of a whole URL, as proxies get it, the path and the query count.</summary>
    public static RawTarget From(HttpContext context) => Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);

    /// <summary>Parses a target.</summary>
    public static RawTarget Parse(string target)
    {
        var sent = !target.StartsWith('/') && Uri.TryCreate(target, UriKind.Absolute, out var url) ? url.PathAndQuery : target;
        var question = sent.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new(sent, "") : new(sent[..question], sent[(question + 1)..]);
    }
}
