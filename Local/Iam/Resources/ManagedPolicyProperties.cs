using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Iam.Resources;

/// <summary>What is honored of <c>AWS::IAM::ManagedPolicy</c>; users and groups do not exist here.</summary>
internal sealed record ManagedPolicyProperties
{
    public string? ManagedPolicyName { get; init; }

    public required JsonNode PolicyDocument { get; init; }

    public string Path { get; init; } = "/";

    public IReadOnlyList<string> Roles { get; init; } = [];

    [Ignored("a description changes nothing")]
    public string? Description { get; init; }
}
