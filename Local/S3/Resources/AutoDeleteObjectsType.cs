using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.S3.Resources;

/// <summary><c>Custom::S3AutoDeleteObjects</c>: acts only when a stack is deleted, which does not happen here.</summary>
internal sealed class AutoDeleteObjectsType()
    : ResourceType<AutoDeleteObjectsProperties>("Custom::S3AutoDeleteObjects", "nothing: it acts when a stack is deleted")
{
    protected override ProvisionedResource Provision(TemplateResource resource, AutoDeleteObjectsProperties properties) =>
        new(resource.PhysicalName());
}
