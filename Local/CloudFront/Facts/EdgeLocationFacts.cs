namespace Lexicon.Local.CloudFront.Facts;

/// <summary>A point of presence or a regional edge cache, as it is now.</summary>
internal sealed record EdgeLocationFacts
{
    /// <summary>Such as <c>FRA56-P4</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is; null: on this machine.</summary>
    public required PlaceFacts? Place { get; init; }

    public required bool IsRegional { get; init; }

    /// <summary>The regional edge cache behind it; null: the origins are.</summary>
    public required string? Regional { get; init; }

    /// <summary>How many objects it holds.</summary>
    public required int Objects { get; init; }

    public required long UsedBytes { get; init; }

    public required long Capacity { get; init; }

    /// <summary>How many objects had to go for others.</summary>
    public required long Evictions { get; init; }

    public required long Hits { get; init; }

    public required long Misses { get; init; }

    public required long Refreshes { get; init; }

    public required long Errors { get; init; }

    /// <summary>Redirects, and what a function responded.</summary>
    public required long Others { get; init; }
}
