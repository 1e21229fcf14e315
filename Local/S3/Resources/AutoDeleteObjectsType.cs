using Lexicon.Local.Assembly;

namespace Lexicon.Local.S3;

/// <summary>The properties of <c>Custom::S3AutoDeleteObjects</c>.</summary>
internal sealed record AutoDeleteObjectsProperties
{
    [Ignored("the provider function is replaced")]
    public string? ServiceToken { get; init; }

    [Ignored("nothing deletes a local stack; the data folder is removed by hand or by make clean")]
    public string? BucketName { get; init; }
}

/// <summary><c>Custom::S3AutoDeleteObjects</c>: acts only when a stack is deleted, which does not happen here.</summary>
internal sealed class AutoDeleteObjectsType()
    : ResourceType<AutoDeleteObjectsProperties>("Custom::S3AutoDeleteObjects", "nothing: it acts when a stack is deleted")
{
    /// <inheritdoc/>
    protected override Realised Realise(Resource resource, AutoDeleteObjectsProperties properties) =>
        new(resource.PhysicalName());
}
