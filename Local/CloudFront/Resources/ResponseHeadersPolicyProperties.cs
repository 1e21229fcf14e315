namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::ResponseHeadersPolicy</c>.</summary>
internal sealed record ResponseHeadersPolicyProperties(ResponseHeadersPolicyConfig ResponseHeadersPolicyConfig);
