using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Sns.Resources;

/// <summary>What is honored of <c>AWS::SNS::Topic</c>.</summary>
internal sealed record TopicProperties
{
    public string? TopicName { get; init; }

    public string? DisplayName { get; init; }

    public bool? FifoTopic { get; init; }

    public bool? ContentBasedDeduplication { get; init; }

    public string? SignatureVersion { get; init; }

    public string? TracingConfig { get; init; }

    public IReadOnlyList<InlineSubscription> Subscription { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    [Ignored("nothing that a topic takes stays in it")]
    public string? KmsMasterKeyId { get; init; }

    [Ignored("no throughput is limited here")]
    public string? FifoThroughputScope { get; init; }

    [Ignored("the terminal says what could not be delivered")]
    public JsonNode? DeliveryStatusLogging { get; init; }

    internal sealed record InlineSubscription(string Protocol, string Endpoint);

    internal sealed record Tag(string Key, string Value);
}
