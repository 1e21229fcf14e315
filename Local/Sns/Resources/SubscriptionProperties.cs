using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Sns.Resources;

/// <summary>What is honored of <c>AWS::SNS::Subscription</c>.</summary>
internal sealed record SubscriptionProperties
{
    public required string TopicArn { get; init; }

    public required string Protocol { get; init; }

    public string? Endpoint { get; init; }

    public JsonNode? FilterPolicy { get; init; }

    public string? FilterPolicyScope { get; init; }

    public bool? RawMessageDelivery { get; init; }

    public JsonNode? RedrivePolicy { get; init; }

    [Ignored("there is one Region")]
    public string? Region { get; init; }

    [Ignored("it is about retries of HTTP, which is not supported")]
    public JsonNode? DeliveryPolicy { get; init; }
}
