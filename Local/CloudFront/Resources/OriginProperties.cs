using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>One of <c>Origins</c>.</summary>
internal sealed record OriginProperties
{
    public required string Id { get; init; }

    public required string DomainName { get; init; }

    public string OriginPath { get; init; } = "";

    public string? OriginAccessControlId { get; init; }

    public S3OriginProperties? S3OriginConfig { get; init; }

    public CustomOriginProperties? CustomOriginConfig { get; init; }

    public IReadOnlyList<OriginHeaderProperties> OriginCustomHeaders { get; init; } = [];

    public int? ConnectionTimeout { get; init; }

    /// <summary>From 1 to 3.</summary>
    public int ConnectionAttempts { get; init; } = 3;

    [Ignored("there is one point of presence, and so one cache in front of the origin")]
    public JsonNode? OriginShield { get; init; }
}
