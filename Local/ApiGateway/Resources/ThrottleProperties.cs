using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The throttle of a usage plan or of one of its methods.</summary>
internal sealed record ThrottleProperties
{
    public double RateLimit { get; init; }

    public int BurstLimit { get; init; }

    public Throttle ToThrottle() => new(RateLimit, BurstLimit);
}
