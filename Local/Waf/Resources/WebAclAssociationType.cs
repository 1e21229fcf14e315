using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Waf.Resources;

/// <summary>
/// <c>AWS::WAFv2::WebACLAssociation</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webaclassociation.html).
/// </summary>
internal sealed class WebAclAssociationType(WebAcls acls)
    : ResourceType<WebAclAssociationProperties>("AWS::WAFv2::WebACLAssociation", "a web ACL before the stage of an API")
{
    private static readonly string Stages = $"arn:aws:apigateway:{Account.Region}::/restapis/";

    protected override ProvisionedResource Provision(TemplateResource resource, WebAclAssociationProperties properties)
    {
        if (!properties.ResourceArn.StartsWith(Stages, StringComparison.Ordinal))
        {
            throw resource.Refuse(nameof(properties.ResourceArn), $"'{properties.ResourceArn}' is not the stage of a REST API");
        }

        if (!acls.Associate(properties.ResourceArn, properties.WebACLArn))
        {
            throw resource.NotFound(nameof(properties.WebACLArn), $"the web ACL '{properties.WebACLArn}'");
        }

        return new(resource.PhysicalName());
    }
}
