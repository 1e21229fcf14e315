using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Sns.Resources;

/// <summary>
/// <c>AWS::SNS::Topic</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html).
/// </summary>
internal sealed class TopicType(Topics topics)
    : ResourceType<TopicProperties>("AWS::SNS::Topic", "a topic that delivers to queues, functions and the terminal")
{
    private const int LongestName = 256;
    private const int LongestDisplayName = 100;
    private const string FifoSuffix = ".fifo";

    protected override ProvisionedResource Provision(TemplateResource resource, TopicProperties properties)
    {
        Check(resource, properties);
        var topic = new TopicSettings(NameOf(resource, properties))
        {
            DisplayName = properties.DisplayName ?? "",
            IsFifo = properties.FifoTopic is true,
            DeduplicatesByContent = properties.ContentBasedDeduplication is true,
            SignatureVersion = properties.SignatureVersion is null or "1" or "2"
                ? properties.SignatureVersion
                : throw resource.Invalid(nameof(properties.SignatureVersion), $"'{properties.SignatureVersion}' must be 1 or 2"),
            KmsKey = properties.KmsMasterKeyId,
            Tracing = properties.TracingConfig,
            Tags = properties.Tags.ToDictionary(tag => tag.Key, tag => tag.Value),
        };
        if (!topics.Add(topic))
        {
            throw resource.Refuse(nameof(properties.TopicName), $"another topic is named {topic.Name}");
        }

        foreach (var (inline, number) in properties.Subscription.Select((inline, number) => (inline, number)))
        {
            SubscriptionFactory.Subscribe(
                resource,
                topics.Find(topic.Arn)!,
                $"{nameof(properties.Subscription)}[{number}].",
                new SubscriptionProperties { TopicArn = topic.Arn, Protocol = inline.Protocol, Endpoint = inline.Endpoint });
        }

        return new(topic.Arn)
        {
            Attributes = new Dictionary<string, string> { ["TopicArn"] = topic.Arn, ["TopicName"] = topic.Name },
        };
    }

    // https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html.
    private static void Check(TemplateResource resource, TopicProperties properties)
    {
        if (properties.DisplayName?.Length > LongestDisplayName)
        {
            throw resource.Invalid(nameof(properties.DisplayName), $"it must be up to {LongestDisplayName} characters");
        }

        if (properties.TracingConfig is not (null or "PassThrough" or "Active"))
        {
            throw resource.Invalid(
                nameof(properties.TracingConfig), $"it must be PassThrough or Active, not '{properties.TracingConfig}'");
        }

        if (properties is { ContentBasedDeduplication: true, FifoTopic: not true })
        {
            throw resource.Invalid(nameof(properties.ContentBasedDeduplication), "a standard topic does not have it");
        }
    }

    private static string NameOf(TemplateResource resource, TopicProperties properties)
    {
        var isFifo = properties.FifoTopic is true;
        var suffix = isFifo ? FifoSuffix : "";
        var name = properties.TopicName ?? resource.PhysicalName(LongestName - suffix.Length) + suffix;
        var stem = isFifo && name.EndsWith(FifoSuffix, StringComparison.Ordinal) ? name[..^FifoSuffix.Length] : name;
        if (name.Length > LongestName || !stem.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_') || stem.Length == 0)
        {
            throw resource.Invalid(
                nameof(properties.TopicName), $"'{name}' must be up to {LongestName} letters, digits, hyphens and underscores");
        }

        return isFifo == (stem.Length < name.Length)
            ? name
            : throw resource.Invalid(
                nameof(properties.TopicName), $"the name of a FIFO topic must end with {FifoSuffix}; '{name}' does not");
    }
}
