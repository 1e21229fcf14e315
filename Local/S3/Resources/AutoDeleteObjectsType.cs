using Lexicon.Local.Assembly;

namespace Lexicon.Local.S3;

/// <summary><c>Custom::S3AutoDeleteObjects</c>: acts only when a stack is deleted, which does not happen here.</summary>
internal sealed class AutoDeleteObjectsType()
    : ResourceType<AutoDeleteObjectsProperties>("Custom::S3AutoDeleteObjects", "nothing: it acts when a stack is deleted")
{
    /// <inheritdoc/>
    protected override Realised Realise(Resource resource, AutoDeleteObjectsProperties properties) =>
        new(resource.PhysicalName());
}
