using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::Distribution</c>.</summary>
internal sealed record DistributionProperties
{
    public required DistributionConfig DistributionConfig { get; init; }

    [Ignored("tags select nothing locally")]
    public JsonNode? Tags { get; init; }
}
