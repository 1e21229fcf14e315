using Lexicon.Local.Assembly;

namespace Lexicon.Local.CloudFront;

/// <summary><c>AWS::CloudFront::OriginAccessControl</c>.</summary>
internal sealed class OriginAccessControlType(PolicyCatalogue catalogue) : ResourceType<OriginAccessControlProperties>(
    "AWS::CloudFront::OriginAccessControl", "the distribution's service principal in requests to a bucket")
{
    /// <inheritdoc/>
    protected override Realised Realise(Resource resource, OriginAccessControlProperties properties)
    {
        var config = properties.OriginAccessControlConfig;
        if (config.OriginAccessControlOriginType != "s3")
        {
            throw resource.Refuse("OriginAccessControlConfig.OriginAccessControlOriginType", "only s3 is");
        }

        var id = $"E{resource.ShortId(13).ToUpperInvariant()}";
        catalogue.Add(id, config.SigningBehavior switch
        {
            "always" => OriginAccessControl.Always,
            "never" => OriginAccessControl.Never,
            "no-override" => OriginAccessControl.NoOverride,
            var other => throw resource.Refuse("OriginAccessControlConfig.SigningBehavior", $"'{other}' is not known"),
        });
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
