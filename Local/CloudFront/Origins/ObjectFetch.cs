using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Pipeline;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>What a fetch from the origin brings.</summary>
/// <param name="Response">What the viewer gets; its body may still be coming.</param>
/// <param name="Kept">Ends with the entry that others may be given, or with null.</param>
internal sealed record ObjectFetch(EdgeResponse Response, Task<CacheEntry?> Kept)
{
    private static readonly Task<CacheEntry?> Nothing = Task.FromResult<CacheEntry?>(null);

    /// <summary>What no other viewer may be given.</summary>
    public static ObjectFetch NotKept(EdgeResponse response) => new(response, Nothing);

    /// <summary>What is at hand already.</summary>
    public static ObjectFetch Of(EdgeResponse response, CacheEntry? kept) => new(response, Task.FromResult(kept));
}
