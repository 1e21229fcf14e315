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
    private IReadOnlyList<(string Name, string Address)> _pages = [];

    /// <summary>The view of a cloud with these endpoints.</summary>
    public CloudView(Endpoints endpoints)
    {
        _endpoints = endpoints;
        Routes =
        [
            ConsoleRoute.Get(
                "/state", "The endpoints, the pages that stacks name, and every resource with what it becomes here.", _ => State()),
        ];
    }

    public string Name => "Cloud";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    public void Show(ResourceGraph graph)
    {
        _nodes = [.. graph.Nodes];
        _pages = [.. _nodes.Select(node => node.Stack).Distinct().SelectMany(graph.OutputsOf).SelectMany(PageOf)];
    }

    private JsonObject State() => new()
    {
        ["endpoints"] = new JsonObject
        {
            ["site"] = _endpoints.Site.AbsoluteUri,
            ["api"] = InvokeUrl.Of(_endpoints, _nodes),
            ["aws"] = _endpoints.Aws.AbsoluteUri,
        },
        ["pages"] = new JsonArray([.. _pages.Select(page => new JsonObject { ["name"] = page.Name, ["address"] = page.Address })]),
        ["resources"] = new JsonArray([.. _nodes.Select(Describe)]),
    };

    // An output XUrl of a stack that is the address of one page of the site; there is no TLS here.
    private IEnumerable<(string Name, string Address)> PageOf(KeyValuePair<string, string> output) =>
        output.Key.EndsWith("Url", StringComparison.Ordinal)
        && Uri.TryCreate(output.Value, UriKind.Absolute, out var address)
        && address.Authority == _endpoints.Site.Authority
        && address.AbsolutePath != "/"
            ? [(output.Key[..^3], new Uri(_endpoints.Site, address.PathAndQuery).AbsoluteUri)]
            : [];

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
