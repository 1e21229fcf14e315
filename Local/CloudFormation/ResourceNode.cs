using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>A resource in the graph: its definition and, once provisioned, what it became.</summary>
/// <param name="stack">The stack that declares it.</param>
/// <param name="logicalId">Its key under <c>Resources</c>.</param>
/// <param name="definition">The unresolved definition.</param>
/// <param name="type">What provisions it.</param>
internal sealed class ResourceNode(Stack stack, string logicalId, JsonObject definition, IResourceType type)
{
    private const string TypeKey = "Type";

    /// <summary>The stack that declares it.</summary>
    public Stack Stack => stack;

    /// <summary>Its key under <c>Resources</c>.</summary>
    public string LogicalId => logicalId;

    /// <summary>The unresolved definition.</summary>
    public JsonObject Definition => definition;

    /// <summary>What provisions it.</summary>
    public IResourceType Type => type;

    /// <summary>How messages name it; the type is the template's own, also where another class stands in for it.</summary>
    public string Place => $"{ShortPlace} ({TypeName})";

    /// <summary>The same without the type.</summary>
    public string ShortPlace => $"{stack.Name}/{logicalId}";

    /// <summary>The template's own type.</summary>
    public string TypeName => $"{definition[TypeKey]}";

    /// <summary>The resource with its properties resolved; null until it is provisioned.</summary>
    public TemplateResource? Resource { get; set; }

    /// <summary>What it became; null until then.</summary>
    public ProvisionedResource? Provisioned { get; set; }

    /// <summary>The resources that it was found to depend on, in the order they were met.</summary>
    public List<ResourceNode> DependsOn { get; } = [];
}
