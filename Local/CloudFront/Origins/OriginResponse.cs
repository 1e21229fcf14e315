using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>An origin's response; whoever sends it on disposes it.</summary>
internal sealed class OriginResponse(int status, Stream body, long? length, IDisposable owner) : IDisposable
{
    public int Status => status;

    /// <summary>The headers, without those of the connection and without <c>Content-Length</c>.</summary>
    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    public Stream Body => body;

    /// <summary>Until when a regional edge cache takes it for fresh; null: an origin responded, and its headers say so.</summary>
    public DateTimeOffset? FreshUntil { get; init; }

    /// <summary>What <c>Content-Length</c> says; null when the response came in chunks.</summary>
    public long? Length => length;

    public void Dispose() => owner.Dispose();
}
