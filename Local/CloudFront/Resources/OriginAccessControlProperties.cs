using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::OriginAccessControl</c>.</summary>
internal sealed record OriginAccessControlProperties(OriginAccessControlProperties.Config OriginAccessControlConfig)
{
    /// <summary><c>OriginAccessControlConfig</c>.</summary>
    internal sealed record Config
    {
        public required string OriginAccessControlOriginType { get; init; }

        public required string SigningBehavior { get; init; }

        [Ignored("CloudFront and S3 share a process here; the principal goes without a signature")]
        public string? SigningProtocol { get; init; }

        [Ignored("origin access controls are found by id")]
        public string? Name { get; init; }

        [Ignored("a comment changes nothing")]
        public string? Description { get; init; }
    }
}
