using System.Text.Json.Nodes;
using Lexicon.Local.Assembly;

namespace Lexicon.Local.CloudFront;

/// <summary>What is honoured of <c>AWS::CloudFront::Distribution</c>.</summary>
internal sealed record DistributionProperties
{
    public required DistributionConfig DistributionConfig { get; init; }

    [Ignored("tags select nothing locally")]
    public JsonNode? Tags { get; init; }
}
