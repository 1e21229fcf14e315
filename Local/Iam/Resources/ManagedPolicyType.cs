using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Iam.Resources;

/// <summary><c>AWS::IAM::ManagedPolicy</c>: a policy with an ARN of its own.</summary>
internal sealed class ManagedPolicyType(Identities identities, ManagedPolicies managed)
    : ResourceType<ManagedPolicyProperties>("AWS::IAM::ManagedPolicy", "a policy of its roles, enforced on every signed request")
{
    private const int LongestName = 128;

    protected override ProvisionedResource Provision(TemplateResource resource, ManagedPolicyProperties properties)
    {
        var name = properties.ManagedPolicyName ?? resource.PhysicalName(LongestName);
        var arn = Account.GlobalArn("iam", $"policy{properties.Path}{name}");
        var policy = Policy.Read(properties.PolicyDocument, PolicyKind.Identity, resource.Place);
        managed.Add(arn, policy);
        foreach (var role in properties.Roles)
        {
            (identities.FindRole(role) ?? throw resource.Refuse("Roles", $"there is no role '{role}'")).Attach(policy);
        }

        return new ProvisionedResource(arn)
        {
            Attributes = new Dictionary<string, string>
            {
                ["PolicyArn"] = arn,
                ["PolicyId"] = "ANPA" + resource.ShortId(17).ToUpperInvariant(),
            },
        };
    }
}
