using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Ssm.Resources;

/// <summary>The honored properties of <c>AWS::SSM::Parameter</c>.</summary>
internal sealed record ParameterProperties
{
    public string? Name { get; init; }

    public required string Type { get; init; }

    public required string Value { get; init; }

    public string? AllowedPattern { get; init; }

    public string DataType { get; init; } = "text";

    public string Tier { get; init; } = "Standard";

    [Ignored("no operation that is served returns it")]
    public string? Description { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }
}
