using Lexicon.Local.CloudFront.Facts;

namespace Lexicon.Local.CloudFront;

/// <summary>The edge, for whoever watches it and chooses where visitors stand.</summary>
internal interface IEdge
{
    /// <summary>Where a visitor can stand, besides this machine.</summary>
    IReadOnlyList<PlaceFacts> Places { get; }

    /// <summary>The ids of the distributions.</summary>
    IReadOnlyList<string> Distributions { get; }

    /// <summary>The points of presence and the regional edge caches, as they are now.</summary>
    IReadOnlyList<EdgeLocationFacts> Locations { get; }

    /// <summary>The code of the place where visitors stand who do not say so themselves; null: on this machine.</summary>
    /// <exception cref="ArgumentException">The place is not known.</exception>
    string? VisitorPlace { get; set; }

    /// <summary>What a location holds, what was used last first; null: there is no such location.</summary>
    IReadOnlyList<EdgeObjectFacts>? ObjectsOf(string location);

    /// <summary>Removes a path from every cache, as an invalidation.</summary>
    /// <returns>Why it could not; null: it did.</returns>
    string? Invalidate(string distribution, string path);
}
