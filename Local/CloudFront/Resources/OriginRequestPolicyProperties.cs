namespace Lexicon.Local.CloudFront;

/// <summary>What is honoured of <c>AWS::CloudFront::OriginRequestPolicy</c>.</summary>
internal sealed record OriginRequestPolicyProperties(OriginRequestPolicyConfig OriginRequestPolicyConfig);
