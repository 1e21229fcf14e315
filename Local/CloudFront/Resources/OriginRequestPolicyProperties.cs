namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::OriginRequestPolicy</c>.</summary>
internal sealed record OriginRequestPolicyProperties(OriginRequestPolicyConfig OriginRequestPolicyConfig);
