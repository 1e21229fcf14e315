namespace Lexicon.Local.CloudFront;

/// <summary>What is honoured of <c>AWS::CloudFront::CachePolicy</c>.</summary>
internal sealed record CachePolicyProperties(CachePolicyConfig CachePolicyConfig);
