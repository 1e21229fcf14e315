using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Iam.Resources;

/// <summary><c>AWS::IAM::Role</c>: a role whose sessions sign requests and whose policies decide about them.</summary>
internal sealed class RoleType(Identities identities, ManagedPolicies managed)
    : ResourceType<RoleProperties>("AWS::IAM::Role", "a role whose policies are enforced on every signed request")
{
    private const int LongestName = 64;

    protected override ProvisionedResource Provision(TemplateResource resource, RoleProperties properties)
    {
        var name = properties.RoleName ?? resource.PhysicalName(LongestName);
        var arn = Account.GlobalArn("iam", $"role{properties.Path}{name}");
        var role = new Role(
            arn,
            Policy.Read(properties.AssumeRolePolicyDocument, PolicyKind.Trust, resource.Place),
            TimeSpan.FromSeconds(properties.MaxSessionDuration));
        foreach (var (index, policy) in properties.Policies.Index())
        {
            if (properties.Policies.Take(index).Any(before => before.PolicyName == policy.PolicyName))
            {
                throw resource.Refuse($"Policies[{index}].PolicyName", $"another policy of the role is named '{policy.PolicyName}'");
            }

            role.Attach(Policy.Read(policy.PolicyDocument, PolicyKind.Identity, resource.Place));
        }

        foreach (var (index, policyArn) in properties.ManagedPolicyArns.Index())
        {
            role.Attach(managed.Find(policyArn)
                ?? throw resource.Refuse($"ManagedPolicyArns[{index}]", $"the managed policy {policyArn} is not known"));
        }

        identities.Add(role);
        return new ProvisionedResource(name)
        {
            Attributes = new Dictionary<string, string> { ["Arn"] = arn, ["RoleId"] = Role.IdOf(arn) },
        };
    }
}
