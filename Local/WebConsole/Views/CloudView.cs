using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>The cloud as a whole: its endpoints and every resource.</summary>
internal sealed class CloudView : IView
{
    private readonly Endpoints _endpoints;
    private IReadOnlyList<ResourceNode> _nodes = [];

    /// <summary>The view of a cloud with these endpoints.</summary>
    public CloudView(Endpoints endpoints)
    {
        _endpoints = endpoints;
        Routes = [ConsoleRoute.Get("/state", "The endpoints, and every resource with what it becomes here.", _ => State())];
    }

    public string Name => "Cloud";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    public void Show(ResourceGraph graph) => _nodes = [.. graph.Nodes];

    private JsonObject State() => new()
    {
        ["endpoints"] = new JsonObject
        {
            ["site"] = _endpoints.Site.AbsoluteUri,
            ["api"] = InvokeUrl.Of(_endpoints, _nodes),
            ["aws"] = _endpoints.Aws.AbsoluteUri,
        },
        ["resources"] = new JsonArray([.. _nodes.Select(Describe)]),
    };

    private static JsonObject Describe(ResourceNode node) => new()
    {
        ["stack"] = node.Stack.Name,
        ["id"] = node.LogicalId,
        ["type"] = node.TypeName,
        ["becomes"] = node.Type.Becomes,
        ["ref"] = node.Provisioned?.Ref,
        ["dependsOn"] = new JsonArray([.. node.DependsOn.Select(other => (JsonNode?)other.LogicalId)]),
    };
}
