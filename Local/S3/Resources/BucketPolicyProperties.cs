using System.Text.Json.Nodes;

namespace Lexicon.Local.S3;

/// <summary>What is honoured of <c>AWS::S3::BucketPolicy</c>.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="PolicyDocument">The policy.</param>
internal sealed record BucketPolicyProperties(string Bucket, JsonNode PolicyDocument);
