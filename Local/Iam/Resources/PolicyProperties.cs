using System.Text.Json.Nodes;

namespace Lexicon.Local.Iam.Resources;

/// <summary>What is honored of <c>AWS::IAM::Policy</c>; users and groups do not exist here.</summary>
internal sealed record PolicyProperties
{
    public required string PolicyName { get; init; }

    public required JsonNode PolicyDocument { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }
}
