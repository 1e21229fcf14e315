using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>AWS::CloudFront::OriginAccessControl</c>.</summary>
internal sealed class OriginAccessControlType(CloudFrontPolicies catalog) : ResourceType<OriginAccessControlProperties>(
    "AWS::CloudFront::OriginAccessControl", "the distribution's service principal in requests to a bucket")
{
    protected override ProvisionedResource Provision(TemplateResource resource, OriginAccessControlProperties properties)
    {
        var config = properties.OriginAccessControlConfig;
        if (config.OriginAccessControlOriginType != "s3")
        {
            throw resource.Refuse("OriginAccessControlConfig.OriginAccessControlOriginType", "only s3 is");
        }

        var id = $"E{resource.ShortId(13).ToUpperInvariant()}";
        catalog.Add(id, config.SigningBehavior switch
        {
            "always" => OriginAccessControl.Always,
            "never" => OriginAccessControl.Never,
            "no-override" => OriginAccessControl.NoOverride,
            var other => throw resource.Refuse("OriginAccessControlConfig.SigningBehavior", $"'{other}' is not known"),
        });
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
