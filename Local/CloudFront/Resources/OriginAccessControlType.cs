using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>AWS::CloudFront::OriginAccessControl</c>.</summary>
internal sealed class OriginAccessControlType(CloudFrontPolicies policies) : ResourceType<OriginAccessControlProperties>(
    "AWS::CloudFront::OriginAccessControl", "the distribution's service principal in requests to a bucket")
{
    protected override ProvisionedResource Provision(TemplateResource resource, OriginAccessControlProperties properties)
    {
        var config = properties.OriginAccessControlConfig;
        if (config.OriginAccessControlOriginType is not "s3" and var other)
        {
            throw resource.Refuse("OriginAccessControlConfig.OriginAccessControlOriginType", $"only 's3' is supported, not '{other}'");
        }

        var id = $"E{resource.ShortId(13).ToUpperInvariant()}";
        policies.Add(id, config.SigningBehavior switch
        {
            "always" => OriginAccessControl.Always,
            "never" => OriginAccessControl.Never,
            "no-override" => OriginAccessControl.NoOverride,
            var unknown => throw resource.Refuse("OriginAccessControlConfig.SigningBehavior", $"'{unknown}' is not known"),
        });
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
