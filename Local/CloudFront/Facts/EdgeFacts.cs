using Lexicon.Local.CloudFront.Api;
using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Locations;
using Known = Lexicon.Local.CloudFront.Locations.Places;

namespace Lexicon.Local.CloudFront.Facts;

/// <summary>Reads the edge for whoever watches it.</summary>
internal sealed class EdgeFacts(
    EdgeLocations locations, VisitorPlace visitors, Distributions distributions, Invalidations invalidations, TimeProvider time) : IEdge
{
    public IReadOnlyList<PlaceFacts> Places { get; } = [.. Known.All.Select(place => Of(place)!)];

    public IReadOnlyList<string> Distributions => [.. distributions.All.Select(distribution => distribution.Id)];

    public IReadOnlyList<EdgeLocationFacts> Locations =>
        [.. locations.Points.Concat(locations.Regional).Select(Of)];

    public string? VisitorPlace
    {
        get => visitors.Chosen?.Code;
        set => visitors.Chosen = value is null
            ? null
            : Known.Find(value)
                ?? throw new ArgumentException($"the place '{value}' is not known", nameof(value));
    }

    public IReadOnlyList<EdgeObjectFacts>? ObjectsOf(string location) =>
        locations.Points.Concat(locations.Regional).FirstOrDefault(one => one.Name == location) is { } found
            ? [.. found.Cache.Entries.Select(Of)]
            : null;

    public string? Invalidate(string distribution, string path)
    {
        if (distributions.Find(distribution) is null)
        {
            return $"there is no distribution {distribution}";
        }

        try
        {
            invalidations.Create(distribution, InvalidationXml.CheckPaths([path]), $"console-{time.GetUtcNow():O}");
            return null;
        }
        catch (CloudFrontException refusal)
        {
            return refusal.Message;
        }
    }

    private static PlaceFacts? Of(Place? place) =>
        place is null ? null : new(place.Code, place.City, place.CountryName, place.Latitude, place.Longitude);

    private static EdgeLocationFacts Of(EdgeLocation location) => new()
    {
        Name = location.Name,
        Place = Of(location.Place),
        IsRegional = location.IsRegional,
        Regional = location.Regional?.Name,
        Objects = location.Cache.Count,
        UsedBytes = location.Cache.Used,
        Capacity = location.Cache.Capacity,
        Evictions = location.Cache.Evictions,
        Hits = location.Counters.Hits,
        Misses = location.Counters.Misses,
        Refreshes = location.Counters.Refreshes,
        Errors = location.Counters.Errors,
        Others = location.Counters.Others,
    };

    private static EdgeObjectFacts Of(CacheEntry entry) => new(
        entry.Distribution,
        entry.Path,
        entry.Status,
        entry.Headers.ContentEncoding.ToString(),
        entry.Body.Length,
        entry.Since - entry.InitialAge,
        entry.FreshUntil);
}
