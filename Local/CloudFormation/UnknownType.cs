using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>In the place of a resource type that no service provisions: its resources are refused by name.</summary>
internal sealed class UnknownType(string name) : IResourceType
{
    public string Name => name;

    public string Becomes => "refused";

    public Type Properties => typeof(JsonNode);

    /// <summary>How it is refused.</summary>
    public static string Refusal(string name) => $"the resource type {name} is not supported by the local runner";

    public ProvisionedResource Provision(TemplateResource resource) => throw new StartupException(Refusal(name));
}
