using Lexicon.Local.CloudFront.Cache;

namespace Lexicon.Local.CloudFront.Locations;

/// <summary>
/// Every point of presence with the regional edge caches behind them. AWS lists the cities of both
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html) and does not say which is behind
/// which: here it is the nearest, and the numbers in the names are ours. The point of presence on this machine, which serves whoever
/// does not say where it stands, has no other cache behind it.
/// </summary>
internal sealed class EdgeLocations
{
    private const long Mebi = 1024 * 1024;
    private const long LocalBytes = 128 * Mebi;
    private const long PointBytes = 32 * Mebi;
    private const long RegionalBytes = 64 * Mebi;

    private static readonly Place[] WithRegionalCache =
        [Places.Ashburn, Places.Seattle, Places.SaoPaulo, Places.Frankfurt, Places.Mumbai, Places.Singapore, Places.Tokyo, Places.Sydney];

    private static readonly (string Name, Place Place, PriceClass PriceClass)[] PointsOfPresence =
    [
        ("SEA73-P1", Places.Seattle, PriceClass.Narrow),
        ("IAD89-P2", Places.Ashburn, PriceClass.Narrow),
        ("GRU3-P5", Places.SaoPaulo, PriceClass.All),
        ("DUB56-P3", Places.Dublin, PriceClass.Narrow),
        ("LHR61-P5", Places.London, PriceClass.Narrow),
        ("FRA56-P4", Places.Frankfurt, PriceClass.Narrow),
        ("ARN56-P1", Places.Stockholm, PriceClass.Narrow),
        ("JNB50-P2", Places.Johannesburg, PriceClass.Wide),
        ("DXB52-P1", Places.Dubai, PriceClass.Wide),
        ("BOM78-P6", Places.Mumbai, PriceClass.Wide),
        ("SIN2-P4", Places.Singapore, PriceClass.Wide),
        ("NRT57-P3", Places.Tokyo, PriceClass.Wide),
        ("SYD62-P2", Places.Sydney, PriceClass.All),
    ];

    /// <summary>All of them, with empty caches.</summary>
    /// <param name="time">The clock of the waiting for one another.</param>
    /// <param name="localBytes">The capacity of the cache on this machine, in bytes.</param>
    /// <param name="pointBytes">The capacity of the other points of presence.</param>
    public EdgeLocations(TimeProvider time, long localBytes = LocalBytes, long pointBytes = PointBytes)
    {
        Regional =
        [
            .. WithRegionalCache.Select(place =>
                new EdgeLocation($"{place.Code}-R", place, null, RegionalBytes, time) { IsRegional = true }),
        ];
        Local = new("LCL50-P1", null, null, localBytes, time);
        Points =
        [
            Local,
            .. PointsOfPresence.Select(point =>
                new EdgeLocation(point.Name, point.Place, Nearest(Regional, point.Place), pointBytes, time)
                {
                    PriceClass = point.PriceClass,
                }),
        ];
    }

    /// <summary>The one on this machine.</summary>
    public EdgeLocation Local { get; }

    /// <summary>The points of presence, the one on this machine first.</summary>
    public IReadOnlyList<EdgeLocation> Points { get; }

    /// <summary>The regional edge caches.</summary>
    public IReadOnlyList<EdgeLocation> Regional { get; }

    /// <summary>The point of presence that serves a visitor: the nearest of the price class.</summary>
    public EdgeLocation For(Place? visitor, PriceClass priceClass) => visitor is null
        ? Local
        : Nearest(Points.Where(point => point.Place is not null && point.PriceClass <= priceClass), visitor);

    /// <summary>Takes out of every cache what a rule applies to.</summary>
    public void Remove(Func<CacheEntry, bool> rule)
    {
        // The regional ones first, or a point of presence would get from them again what it just lost.
        foreach (var location in Regional.Concat(Points))
        {
            location.Cache.Remove(rule);
        }
    }

    private static EdgeLocation Nearest(IEnumerable<EdgeLocation> locations, Place place) =>
        locations.MinBy(location => Distance.Kilometers(location.Place!, place))!;
}
