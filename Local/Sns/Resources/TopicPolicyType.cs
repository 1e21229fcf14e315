using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Sns.Resources;

/// <summary>
/// <c>AWS::SNS::TopicPolicy</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html).
/// </summary>
internal sealed class TopicPolicyType(Topics topics, IIdentities identities)
    : ResourceType<TopicPolicyProperties>("AWS::SNS::TopicPolicy", "the policy that every request to the topic is held to")
{
    protected override ProvisionedResource Provision(TemplateResource resource, TopicPolicyProperties properties)
    {
        identities.Check(properties.PolicyDocument, resource.Place);
        foreach (var arn in properties.Topics)
        {
            var topic = topics.Find(arn) ?? throw resource.NotFound(nameof(properties.Topics), $"the topic {arn}");
            topic.Settings.Policy = properties.PolicyDocument;
        }

        var id = resource.PhysicalName();
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
