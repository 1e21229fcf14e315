using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CognitoIdentity.Resources;

/// <summary>
/// <c>AWS::Cognito::IdentityPoolRoleAttachment</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypoolroleattachment.html).
/// </summary>
internal sealed class IdentityPoolRoleAttachmentType(IdentityPools pools) : ResourceType<IdentityPoolRoleAttachmentProperties>(
    "AWS::Cognito::IdentityPoolRoleAttachment", "the roles of an identity pool, and the rules by which an identity gets one")
{
    private static readonly string[] Kinds = ["authenticated", "unauthenticated"];
    private static readonly string[] Types = ["Token", "Rules"];
    private static readonly string[] Resolutions = ["AuthenticatedRole", "Deny"];
    private static readonly string[] Matches = ["Equals", "Contains", "StartsWith", "NotEqual"];

    protected override ProvisionedResource Provision(TemplateResource resource, IdentityPoolRoleAttachmentProperties properties)
    {
        var pool = pools.Find(properties.IdentityPoolId)
            ?? throw resource.NotFound(nameof(properties.IdentityPoolId), $"the identity pool {properties.IdentityPoolId}");
        if (pool.Roles is not null)
        {
            throw resource.Invalid(nameof(properties.IdentityPoolId), "the identity pool has an attachment already");
        }

        foreach (var kind in properties.Roles.Keys)
        {
            Demand(resource, nameof(properties.Roles), kind, Kinds);
        }

        foreach (var (name, mapping) in properties.RoleMappings)
        {
            Check(resource, $"{nameof(properties.RoleMappings)}.{name}", mapping);
        }

        pool.Roles = properties;
        return new ProvisionedResource(resource.PhysicalName());
    }

    private static void Check(TemplateResource resource, string place, IdentityPoolRoleAttachmentProperties.RoleMapping mapping)
    {
        Demand(resource, $"{place}.Type", mapping.Type, Types);
        Demand(resource, $"{place}.AmbiguousRoleResolution", mapping.AmbiguousRoleResolution ?? "", Resolutions);
        if (mapping.Type is "Rules" && mapping.RulesConfiguration.Rules.Count is 0 or > 25)
        {
            throw resource.Invalid($"{place}.RulesConfiguration.Rules", "there must be 1 to 25 rules");
        }

        foreach (var rule in mapping.RulesConfiguration.Rules)
        {
            Demand(resource, $"{place}.RulesConfiguration.Rules.MatchType", rule.MatchType, Matches);
        }
    }

    private static void Demand(TemplateResource resource, string place, string value, string[] values)
    {
        if (!values.Contains(value))
        {
            throw resource.Invalid(place, $"'{value}'; it must be one of {string.Join(", ", values)}");
        }
    }
}
