namespace Lexicon.Local.CloudFormation;

/// <summary>The resource types that the runner provisions, of all its services.</summary>
internal sealed class ResourceTypes(IEnumerable<IResourceType> types)
{
    private readonly Dictionary<string, IResourceType> _byName = types.ToDictionary(type => type.Name);

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>What resolves the dynamic references of a service; null where nothing does.</summary>
    public IDynamicReference? DynamicReference(string service) =>
        _byName.Values.OfType<IDynamicReference>().FirstOrDefault(reference => reference.Service == service);

    /// <summary>The type with this name; null where no service provisions it.</summary>
    public IResourceType? Find(string name) => _byName.GetValueOrDefault(name);
}
