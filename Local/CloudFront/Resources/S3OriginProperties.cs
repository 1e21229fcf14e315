namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>S3OriginConfig</c>.</summary>
internal sealed record S3OriginProperties
{
    /// <summary>Empty with an origin access control; an identity is refused.</summary>
    public string OriginAccessIdentity { get; init; } = "";
}
