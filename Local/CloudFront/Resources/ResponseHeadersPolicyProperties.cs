namespace Lexicon.Local.CloudFront;

/// <summary>What is honoured of <c>AWS::CloudFront::ResponseHeadersPolicy</c>.</summary>
internal sealed record ResponseHeadersPolicyProperties(ResponseHeadersPolicyConfig ResponseHeadersPolicyConfig);
