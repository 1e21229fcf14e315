using System.Text.Json.Nodes;

namespace Lexicon.Local.Sqs.Resources;

/// <summary>What is honored of <c>AWS::SQS::QueuePolicy</c>.</summary>
internal sealed record QueuePolicyProperties
{
    public required JsonNode PolicyDocument { get; init; }

    /// <summary>URLs of queues.</summary>
    public required IReadOnlyList<string> Queues { get; init; }
}
