using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.Support;

/// <summary>Resources as a template declares them, without the template.</summary>
internal static class Provisioning
{
    /// <summary>Provisions a resource of one of these types.</summary>
    public static ProvisionedResource Provision(
        this IEnumerable<IResourceType> types, string type, string logicalId, JsonNode properties, string stack = "Test") =>
        types.Single(candidate => candidate.Name == type)
            .Provision(new TemplateResource(stack, logicalId, type, properties.AsObject()));

    /// <summary>The same with the properties as text.</summary>
    public static ProvisionedResource Provision(
        this IEnumerable<IResourceType> types, string type, string logicalId, string properties, string stack = "Test") =>
        types.Provision(type, logicalId, JsonNode.Parse(properties)!, stack);

    /// <summary>The properties of an object, and those of another one, which win.</summary>
    public static JsonObject Merge(object? properties, object? more = null)
    {
        var merged = JsonSerializer.SerializeToNode(properties ?? new { })!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
