using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Origins;

namespace Lexicon.Local.CloudFront.Locations;

/// <summary>
/// A point of presence, or a regional edge cache behind several of them
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html): a cache at a place.
/// </summary>
internal sealed class EdgeLocation(string name, Place? place, EdgeLocation? regional, long capacity, TimeProvider time)
{
    /// <summary>The value of <c>X-Amz-Cf-Pop</c>, such as <c>FRA56-P4</c>.</summary>
    public string Name => name;

    /// <summary>Where it is; null: on this machine.</summary>
    public Place? Place => place;

    /// <summary>Whom it asks for what it does not have; null: the origin itself.</summary>
    public EdgeLocation? Regional => regional;

    /// <summary>Whether it is a regional edge cache.</summary>
    public bool IsRegional { get; init; }

    /// <summary>The narrowest price class that has it.</summary>
    public PriceClass PriceClass { get; init; } = PriceClass.Narrow;

    /// <summary>What it holds.</summary>
    public EdgeCache Cache { get; } = new(capacity);

    /// <summary>One request for all viewers who ask for the same meanwhile.</summary>
    public RequestCollapsing Collapsing { get; } = new(time);

    /// <summary>How its server names itself in <c>Via</c>.</summary>
    public EdgeServer Server { get; } = new();

    /// <summary>How many requests it had, by what became of them.</summary>
    public EdgeCounters Counters { get; } = new();
}
