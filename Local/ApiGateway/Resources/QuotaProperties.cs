using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The quota of a usage plan.</summary>
internal sealed record QuotaProperties
{
    public int Limit { get; init; }

    public string Period { get; init; } = "DAY";

    [Ignored("it is for the first period of a plan only")]
    public int Offset { get; init; }
}
