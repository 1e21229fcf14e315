namespace Lexicon.Local.Assembly;

/// <summary>
/// A resource type with its properties as a record. The record is the list of what is honoured: its members carry
/// CloudFormation's property names, nested records the nested properties. A property of a template that has no member is
/// refused by name; a member marked <see cref="IgnoredAttribute"/> is listed by <c>--explain</c> with its reason; a member
/// of type <see cref="System.Text.Json.Nodes.JsonNode"/> takes whatever stands below it.
/// </summary>
internal abstract class ResourceType<TProperties>(string name, string becomes) : IResourceType
    where TProperties : class
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Becomes => becomes;

    /// <inheritdoc/>
    public virtual bool IsIgnored => false;

    /// <inheritdoc/>
    public Type Properties => typeof(TProperties);

    /// <inheritdoc/>
    public Realised Realise(Resource resource) => Realise(resource, resource.Read<TProperties>());

    /// <summary>As <see cref="IResourceType.Realise"/>, with the resolved properties read into their record.</summary>
    protected abstract Realised Realise(Resource resource, TProperties properties);
}
