namespace Lexicon.Local.CloudFormation;

/// <summary>
/// A resource type with its properties as a record. The record is the list of what is honored: its members carry
/// CloudFormation's property names, nested records the nested properties. A property of a template that has no member is
/// refused by name; a member marked <see cref="IgnoredAttribute"/> is listed by <c>--explain</c> with its reason; a member
/// of type <see cref="System.Text.Json.Nodes.JsonNode"/> takes whatever stands below it.
/// </summary>
internal abstract class ResourceType<TProperties>(string name, string becomes) : IResourceType
    where TProperties : class
{
    public string Name => name;

    public string Becomes => becomes;

    public virtual bool IsIgnored => false;

    public Type Properties => typeof(TProperties);

    public ProvisionedResource Provision(TemplateResource resource) => Provision(resource, resource.Read<TProperties>());

    /// <summary>As <see cref="IResourceType.Provision"/>, with the resolved properties read into their record.</summary>
    protected abstract ProvisionedResource Provision(TemplateResource resource, TProperties properties);
}
