using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Cache;

/// <summary>A response in a cache, as it will be served: compressed if CloudFront compressed it.</summary>
internal sealed record CacheEntry
{
    public required int Status { get; init; }

    /// <summary>The id of the distribution.</summary>
    public string Distribution { get; init; } = "";

    /// <summary>The path as the viewer asked for it, with what the key has of its query string: what an invalidation names.</summary>
    public string Path { get; init; } = "";

    /// <summary>Never changed once the entry is in a cache.</summary>
    public required IHeaderDictionary Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What <c>Content-Length</c> says in the response to HEAD.</summary>
    public required long Length { get; init; }

    /// <summary>When the origin gave or confirmed it.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Until when it is served without asking.</summary>
    public required DateTimeOffset FreshUntil { get; init; }

    /// <summary>The origin's own ETag, which a revalidation names; compression makes the served one weak.</summary>
    public string? OriginETag { get; init; }

    /// <summary>How old it was when it came.</summary>
    public TimeSpan InitialAge { get; init; }

    /// <summary>Until when it is served, stale, while the origin is asked in the background.</summary>
    public DateTimeOffset StaleWhileRevalidateUntil { get; init; }

    /// <summary>Until when it is served, stale, when the origin is in trouble.</summary>
    public DateTimeOffset StaleIfErrorUntil { get; init; }

    /// <summary>Which part of its object it is; null: all of it, or a part that nobody else can be served from.</summary>
    public ObjectPart? Part { get; init; }

    /// <summary>What it costs: body and headers in bytes, about.</summary>
    public long Cost => Body.Length + 512 + Headers.Sum(header => (header.Key.Length + header.Value.ToString().Length) * 2L);
}
