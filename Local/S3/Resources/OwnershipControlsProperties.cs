using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.S3.Resources;

/// <summary><c>OwnershipControls</c>.</summary>
internal sealed record OwnershipControlsProperties
{
    [Ignored("access control lists are refused for every bucket, as with BucketOwnerEnforced")]
    public JsonNode? Rules { get; init; }
}
