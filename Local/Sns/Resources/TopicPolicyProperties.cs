using System.Text.Json.Nodes;

namespace Lexicon.Local.Sns.Resources;

/// <summary>What is honored of <c>AWS::SNS::TopicPolicy</c>.</summary>
internal sealed record TopicPolicyProperties
{
    public required JsonNode PolicyDocument { get; init; }

    /// <summary>ARNs of topics.</summary>
    public required IReadOnlyList<string> Topics { get; init; }
}
