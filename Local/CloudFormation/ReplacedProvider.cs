using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>Stands in for the provider function of a custom resource that is provisioned natively.</summary>
internal sealed class ReplacedProvider : IResourceType
{
    /// <summary>The one instance.</summary>
    public static ReplacedProvider Instance { get; } = new();

    public string Name => "AWS::Lambda::Function";

    public string Becomes => "replaced: the runner provisions its custom resource itself and never calls it";

    public Type Properties => typeof(JsonObject);

    public ProvisionedResource Provision(TemplateResource resource)
    {
        var name = resource.PhysicalName(64);
        return new ProvisionedResource(name)
        {
            Attributes = new Dictionary<string, string> { ["Arn"] = Account.Arn("lambda", $"function:{name}") },
        };
    }
}
