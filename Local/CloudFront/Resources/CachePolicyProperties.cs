namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::CachePolicy</c>.</summary>
internal sealed record CachePolicyProperties(CachePolicyConfig CachePolicyConfig);
