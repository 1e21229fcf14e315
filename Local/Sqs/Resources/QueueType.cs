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

    protected override ProvisionedResource Provision(TemplateResource resource, QueueProperties properties)
    {
        var name = properties.QueueName ?? resource.PhysicalName(LongestName);
        if (name.Length > LongestName || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
        {
            throw resource.Refuse(
                nameof(properties.QueueName), $"'{name}' is not up to {LongestName} letters, digits, hyphens and underscores");
        }

        var queue = new QueueSettings
        {
            Name = name,
            Url = new Uri(endpoints.Aws, $"/{Account.Id}/{name}"),
            VisibilityTimeout = TimeSpan.FromSeconds(properties.VisibilityTimeout),
            Retention = TimeSpan.FromSeconds(properties.MessageRetentionPeriod),
            Delay = TimeSpan.FromSeconds(properties.DelaySeconds),
            ReceiveWait = TimeSpan.FromSeconds(properties.ReceiveMessageWaitTimeSeconds),
            LargestMessage = properties.MaximumMessageSize,
        };
        var content = queues.Open(name) ?? new QueueContent(new MessageFiles(Path.Combine(settings.Data, "sqs", name)));
        if (!queues.Add(new Queue(queue, content, time)))
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
        };
    }
}
