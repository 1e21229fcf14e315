using Lexicon.Local.Assembly;

namespace Lexicon.Local.CloudFront;

/// <summary>What is honoured of <c>AWS::CloudFront::OriginAccessControl</c>.</summary>
internal sealed record OriginAccessControlProperties(OriginAccessControlConfig OriginAccessControlConfig);

/// <summary><c>OriginAccessControlConfig</c>.</summary>
internal sealed record OriginAccessControlConfig
{
    public required string OriginAccessControlOriginType { get; init; }

    public required string SigningBehavior { get; init; }

    [Ignored("CloudFront and S3 share a process here; the principal goes without a signature")]
    public string? SigningProtocol { get; init; }

    [Ignored("origin access controls are found by id")]
    public string? Name { get; init; }

    [Ignored("says nothing to a machine")]
    public string? Description { get; init; }
}

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
