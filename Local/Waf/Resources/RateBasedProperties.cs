namespace Lexicon.Local.Waf.Resources;

/// <summary><c>RateBasedStatement</c>; one with a scope of its own is refused.</summary>
internal sealed record RateBasedProperties
{
    public required int Limit { get; init; }

    public int EvaluationWindowSec { get; init; } = 300;

    public required string AggregateKeyType { get; init; }

    public ForwardedIpProperties? ForwardedIPConfig { get; init; }

    /// <summary>Where the address of a forwarded request stands.</summary>
    internal sealed record ForwardedIpProperties(string HeaderName, string FallbackBehavior);
}
