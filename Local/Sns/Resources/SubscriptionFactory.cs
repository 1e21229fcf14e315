using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Sns.Resources;

/// <summary>Makes subscriptions, those of resources of their own and those within a topic.</summary>
internal static class SubscriptionFactory
{
    private static readonly HashSet<string> Protocols = ["sqs", "lambda", "email", "email-json"];
    private static readonly HashSet<string> NotSupported = ["http", "https", "sms", "application", "firehose"];

    /// <summary>Subscribes to a topic as properties say.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="path">Where the properties are in the resource.</param>
    /// <param name="properties">The properties.</param>
    /// <returns>The subscription of the endpoint.</returns>
    /// <exception cref="StartupException">Something is not supported or not valid.</exception>
    public static Subscription Subscribe(TemplateResource resource, Topic topic, string path, SubscriptionProperties properties)
    {
        var subscription = Create(resource, topic.Settings, path, properties);
        try
        {
            return topic.Add(subscription);
        }
        catch (SnsException another)
        {
            throw resource.Invalid($"{path}{nameof(properties.Endpoint)}", another.Message);
        }
    }

    private static Subscription Create(TemplateResource resource, TopicSettings topic, string path, SubscriptionProperties properties)
    {
        var endpoint = properties.Endpoint
            ?? throw resource.Invalid($"{path}{nameof(properties.Endpoint)}", "it must be there");
        CheckProtocol(resource, topic, path, properties.Protocol, endpoint);
        var isRaw = properties.RawMessageDelivery is true;
        if (isRaw && properties.Protocol != "sqs")
        {
            throw resource.Invalid(
                $"{path}{nameof(properties.RawMessageDelivery)}", $"the protocol {properties.Protocol} does not have it; it must be false");
        }

        return new($"{topic.Arn}:{IdOf(resource, path)}", topic.Arn, properties.Protocol, endpoint)
        {
            Filter = Filter(resource, path, properties),
            IsRaw = isRaw,
            DeadLetterQueue = DeadLetters(resource, topic, path, properties.RedrivePolicy),
            RedrivePolicy = properties.RedrivePolicy,
        };
    }

    private static void CheckProtocol(TemplateResource resource, TopicSettings topic, string path, string protocol, string endpoint)
    {
        var property = $"{path}{nameof(SubscriptionProperties.Protocol)}";
        if (NotSupported.Contains(protocol))
        {
            throw resource.Refuse(property, $"subscriptions of the protocol {protocol} are not supported");
        }

        if (!Protocols.Contains(protocol))
        {
            throw resource.Invalid(property, $"Amazon SNS does not support this protocol string: {protocol}");
        }

        if (topic.IsFifo && protocol != "sqs")
        {
            throw resource.Invalid(property, $"a FIFO topic delivers to queues alone; '{protocol}' must be sqs");
        }

        var service = protocol is "sqs" or "lambda" ? protocol : null;
        if (service is not null && !endpoint.StartsWith($"arn:aws:{service}:", StringComparison.Ordinal))
        {
            throw resource.Invalid($"{path}{nameof(SubscriptionProperties.Endpoint)}", $"'{endpoint}' must be an ARN of {service}");
        }

        if (protocol == "sqs" && !topic.IsFifo && endpoint.EndsWith(".fifo", StringComparison.Ordinal))
        {
            throw resource.Invalid(
                $"{path}{nameof(SubscriptionProperties.Endpoint)}", "FIFO SQS Queues can not be subscribed to standard SNS topics");
        }
    }

    private static FilterPolicy? Filter(TemplateResource resource, string path, SubscriptionProperties properties)
    {
        try
        {
            return FilterPolicy.Read(properties.FilterPolicy, properties.FilterPolicyScope ?? FilterPolicy.Attributes);
        }
        catch (SnsException wrong)
        {
            throw resource.Invalid($"{path}{nameof(properties.FilterPolicy)}", wrong.Message);
        }
    }

    private static string? DeadLetters(TemplateResource resource, TopicSettings topic, string path, JsonNode? policy) => policy switch
    {
        null => null,
        JsonObject fifo when !topic.IsFifo && fifo["deadLetterTargetArn"]?.ToString().EndsWith(".fifo", StringComparison.Ordinal) == true =>
            throw resource.Invalid(
                $"{path}{nameof(SubscriptionProperties.RedrivePolicy)}", "the dead letters of a standard topic go to a standard queue"),
        JsonObject { Count: 1 } one when one["deadLetterTargetArn"]?.ToString() is { } arn
            && arn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal) => arn,
        _ => throw resource.Invalid(
            $"{path}{nameof(SubscriptionProperties.RedrivePolicy)}",
            "it must have deadLetterTargetArn, the ARN of a queue, and nothing else"),
    };

    // The same on every start.
    private static string IdOf(TemplateResource resource, string path) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{resource.Stack}/{resource.LogicalId}/{path}")).AsSpan(0, 16)).ToString();
}
