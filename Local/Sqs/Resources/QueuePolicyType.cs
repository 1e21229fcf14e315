using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Sqs.Resources;

/// <summary>
/// <c>AWS::SQS::QueuePolicy</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html).
/// </summary>
internal sealed class QueuePolicyType(Queues queues, IIdentities identities)
    : ResourceType<QueuePolicyProperties>("AWS::SQS::QueuePolicy", "the policy that every request to the queue is held to")
{
    protected override ProvisionedResource Provision(TemplateResource resource, QueuePolicyProperties properties)
    {
        identities.Check(properties.PolicyDocument, resource.Place);
        foreach (var url in properties.Queues)
        {
            var queue = queues.Find(url) ?? throw resource.Refuse(nameof(properties.Queues), $"there is no queue {url}");
            queue.Settings.Policy = properties.PolicyDocument;
        }

        var id = resource.PhysicalName();
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
