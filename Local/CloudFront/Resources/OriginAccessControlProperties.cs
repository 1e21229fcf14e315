namespace Lexicon.Local.CloudFront;

/// <summary>What is honoured of <c>AWS::CloudFront::OriginAccessControl</c>.</summary>
internal sealed record OriginAccessControlProperties(OriginAccessControlConfig OriginAccessControlConfig);
