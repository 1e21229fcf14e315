using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sqs.Resources;

/// <summary>
/// <c>AWS::SQS::Queue</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html).
/// </summary>
internal sealed class QueueType(Settings settings, Endpoints endpoints, Queues queues, TimeProvider time)
    : ResourceType<QueueProperties>("AWS::SQS::Queue", "a queue whose messages are files below the data folder")
{
    private const int LongestName = 80;
    private const string FifoSuffix = ".fifo";

    protected override ProvisionedResource Provision(TemplateResource resource, QueueProperties properties)
    {
        Check(resource, properties);
        var fifo = Fifo(resource, properties);
        var name = NameOf(resource, properties, fifo is not null);
        var queue = new QueueSettings
        {
            Name = name,
            Url = new Uri(endpoints.Aws, $"/{Account.Id}/{name}"),
            VisibilityTimeout = TimeSpan.FromSeconds(properties.VisibilityTimeout),
            Retention = TimeSpan.FromSeconds(properties.MessageRetentionPeriod),
            Delay = TimeSpan.FromSeconds(properties.DelaySeconds),
            ReceiveWait = TimeSpan.FromSeconds(properties.ReceiveMessageWaitTimeSeconds),
            LargestMessage = properties.MaximumMessageSize,
            Fifo = fifo,
            Redrive = Redrive(resource, properties),
            RedriveAllow = RedriveAllow(resource, properties),
            KmsKey = properties.KmsMasterKeyId,
            KmsReuseSeconds = properties.KmsDataKeyReusePeriodSeconds,
            IsSseManaged = properties.SqsManagedSseEnabled ?? properties.KmsMasterKeyId is null,
            Tags = properties.Tags.ToDictionary(tag => tag.Key, tag => tag.Value),
        };
        if (!queues.Add(new Queue(queue, queues.Open(name) ?? Open(name), queues.Find, time)))
        {
            throw resource.Refuse(nameof(properties.QueueName), $"another queue is named {name}");
        }

        return new(queue.Url.AbsoluteUri)
        {
            Attributes = new Dictionary<string, string>
            {
                ["Arn"] = queue.Arn,
                ["QueueName"] = name,
                ["QueueUrl"] = queue.Url.AbsoluteUri,
            },
            Check = () => CheckDeadLetters(resource, queue),
        };
    }

    private void CheckDeadLetters(TemplateResource resource, QueueSettings queue)
    {
        if (queues.ReasonToRefuse(queue) is { } reason)
        {
            throw resource.Invalid("RedrivePolicy", $"the dead-letter queue {queue.Redrive!.TargetArn}: {reason}");
        }
    }

    private static string NameOf(TemplateResource resource, QueueProperties properties, bool isFifo)
    {
        var suffix = isFifo ? FifoSuffix : "";
        var name = properties.QueueName ?? resource.PhysicalName(LongestName - suffix.Length) + suffix;
        var stem = isFifo && name.EndsWith(FifoSuffix, StringComparison.Ordinal) ? name[..^FifoSuffix.Length] : name;
        if (name.Length > LongestName || !stem.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
        {
            throw resource.Refuse(
                nameof(properties.QueueName), $"'{name}' is not up to {LongestName} letters, digits, hyphens and underscores");
        }

        return isFifo == (stem.Length < name.Length) && stem.Length > 0
            ? name
            : throw resource.Invalid(
                nameof(properties.QueueName), $"the name of a FIFO queue must end with {FifoSuffix}; '{name}' does not");
    }

    private static FifoSettings? Fifo(TemplateResource resource, QueueProperties properties)
    {
        if (properties.FifoQueue is not true)
        {
            return properties.ContentBasedDeduplication is null
                && properties.DeduplicationScope is null
                && properties.FifoThroughputLimit is null
                ? null
                : throw resource.Invalid(
                    nameof(properties.FifoQueue),
                    "ContentBasedDeduplication, DeduplicationScope and FifoThroughputLimit are for FIFO queues; it must be true");
        }

        var scope = properties.DeduplicationScope ?? "queue";
        var limit = properties.FifoThroughputLimit ?? "perQueue";
        return scope is not ("queue" or "messageGroup")
            ? throw resource.Invalid(nameof(properties.DeduplicationScope), $"'{scope}' must be queue or messageGroup")
            : limit is not ("perQueue" or "perMessageGroupId")
            ? throw resource.Invalid(nameof(properties.FifoThroughputLimit), $"'{limit}' must be perQueue or perMessageGroupId")
            : new FifoSettings(properties.ContentBasedDeduplication ?? false, scope, limit);
    }

    private static RedrivePolicy? Redrive(TemplateResource resource, QueueProperties properties) => properties.RedrivePolicy is null
        ? null
        : RedrivePolicy.Read(properties.RedrivePolicy) ?? throw resource.Invalid(
            nameof(properties.RedrivePolicy), "it must have deadLetterTargetArn, and maxReceiveCount from 1 to 1000");

    private static RedriveAllowPolicy? RedriveAllow(TemplateResource resource, QueueProperties properties) =>
        properties.RedriveAllowPolicy is null
            ? null
            : RedriveAllowPolicy.Read(properties.RedriveAllowPolicy) ?? throw resource.Invalid(
                nameof(properties.RedriveAllowPolicy),
                "redrivePermission must be allowAll, denyAll, or byQueue with up to 10 sourceQueueArns");

    private static void Check(TemplateResource resource, QueueProperties properties)
    {
        Check(nameof(properties.VisibilityTimeout), properties.VisibilityTimeout, 0, 43_200);
        Check(nameof(properties.MessageRetentionPeriod), properties.MessageRetentionPeriod, 60, 1_209_600);
        Check(nameof(properties.DelaySeconds), properties.DelaySeconds, 0, 900);
        Check(nameof(properties.ReceiveMessageWaitTimeSeconds), properties.ReceiveMessageWaitTimeSeconds, 0, 20);
        Check(nameof(properties.MaximumMessageSize), properties.MaximumMessageSize, 1024, 1_048_576);

        void Check(string property, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                throw resource.Invalid(property, $"{value} must be from {least} to {most}");
            }
        }
    }

    private QueueContent Open(string name)
    {
        var folder = Path.Combine(settings.Data, "sqs", name);
        return new(new MessageFiles(folder), new Deduplication(Path.Combine(folder, "deduplication")), time.GetUtcNow());
    }
}
