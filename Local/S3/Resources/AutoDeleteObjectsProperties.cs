using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.S3.Resources;

/// <summary>The properties of <c>Custom::S3AutoDeleteObjects</c>.</summary>
internal sealed record AutoDeleteObjectsProperties
{
    [Ignored("the provider function is replaced")]
    public string? ServiceToken { get; init; }

    [Ignored("nothing deletes a local stack; the data folder is removed by hand or by make clean")]
    public string? BucketName { get; init; }
}
