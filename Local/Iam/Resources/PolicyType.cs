using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Iam.Resources;

/// <summary><c>AWS::IAM::Policy</c>: an inline policy, attached to roles by name.</summary>
internal sealed class PolicyType(Identities identities)
    : ResourceType<PolicyProperties>("AWS::IAM::Policy", "an inline policy of its roles, enforced on every signed request")
{
    protected override ProvisionedResource Provision(TemplateResource resource, PolicyProperties properties)
    {
        var policy = Policy.Read(properties.PolicyDocument, PolicyKind.Identity, resource.Place);
        foreach (var name in properties.Roles)
        {
            var role = identities.FindRole(name) ?? throw resource.Refuse("Roles", $"there is no role '{name}'");
            role.Attach(policy);
        }

        return new ProvisionedResource(properties.PolicyName)
        {
            Attributes = new Dictionary<string, string> { ["Id"] = resource.ShortId(16) },
        };
    }
}
