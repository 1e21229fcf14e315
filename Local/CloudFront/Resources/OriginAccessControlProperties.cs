namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::OriginAccessControl</c>.</summary>
internal sealed record OriginAccessControlProperties(OriginAccessControlConfig OriginAccessControlConfig);
