using System.Text.Json.Nodes;

namespace Lexicon.Local.S3.Resources;

/// <summary>What is honored of <c>AWS::S3::BucketPolicy</c>.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="PolicyDocument">The policy.</param>
internal sealed record BucketPolicyProperties(string Bucket, JsonNode PolicyDocument);
