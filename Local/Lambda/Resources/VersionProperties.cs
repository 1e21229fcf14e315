using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>What is honored of <c>AWS::Lambda::Version</c>.</summary>
internal sealed record VersionProperties
{
    public required string FunctionName { get; init; }

    public string? Description { get; init; }

    [Ignored("the version is published from the very asset that it names")]
    public string? CodeSha256 { get; init; }

    [Ignored("environments start when there is an invocation for them")]
    public JsonNode? ProvisionedConcurrencyConfig { get; init; }
}
