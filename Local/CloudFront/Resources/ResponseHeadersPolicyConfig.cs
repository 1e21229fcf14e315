using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>ResponseHeadersPolicyConfig</c>.</summary>
internal sealed record ResponseHeadersPolicyConfig
{
    public SecurityHeadersConfig? SecurityHeadersConfig { get; init; }

    public CorsConfig? CorsConfig { get; init; }

    public Items<CustomHeader>? CustomHeadersConfig { get; init; }

    public Items<RemoveHeader>? RemoveHeadersConfig { get; init; }

    [Ignored("X-Cache and Age say the same of the one local point of presence")]
    public JsonNode? ServerTimingHeadersConfig { get; init; }

    [Ignored("policies are found by id")]
    public string? Name { get; init; }

    [Ignored("says nothing to a machine")]
    public string? Comment { get; init; }
}
