using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda;
using Lexicon.Local.Traces;
using Lexicon.Local.WebConsole.Api;
using Lexicon.Local.WebConsole.Map;
using Lexicon.Local.WebConsole.Map.Settings;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>The architecture as the templates have it: what there is, and what leads from one to another.</summary>
internal sealed class MapView : IView
{
    // Made when somebody looks: a start and a change need it not.
    private Lazy<ArchitectureMap> _map = new(() => ArchitectureMap.Of([]));
    private IReadOnlyList<ResourceNode> _nodes = [];

    /// <summary>The view, with what this run has used.</summary>
    public MapView(ITraces traces, IFunctionsView functions)
    {
        var costs = new Costs(traces, functions, Prices.Known);
        Routes =
        [
            ConsoleRoute.Get(
                "/map", "The resources that requests and events pass, and each way from one to another with its reason.", _ => Describe()),
            ConsoleRoute.Get(
                "/map/settings",
                "What the templates set of a place, as tables: of an API its stages, throttles, authorizers and who may call each route, "
                    + "of a distribution what is cached by which key and for how long, of a table what keeps it; and of each who may do "
                    + "what with it. A table whose member code is true has cells of several lines.",
                call => new JsonArray([.. PlaceSettings.Of(Find(call), _map.Value, _nodes).Select(table => table.ToJson())])) with
            {
                Query = new Dictionary<string, string> { ["id"] = "The id of a place on the map." },
            },
            ConsoleRoute.Get("/map/statements", "The statements of the policies of a place's role.", Statements) with
            {
                Query = new Dictionary<string, string> { ["id"] = "The id of a place on the map that has a role." },
            },
            ConsoleRoute.Get(
                "/map/costs",
                "What AWS would ask for what this run has used of a place, and for a month of it with which nothing is done.",
                call => costs.Of(Find(call))) with
            {
                Query = new Dictionary<string, string> { ["id"] = "The id of a place on the map." },
            },
        ];
    }

    public string Name => "Map";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    public void Show(ResourceGraph graph)
    {
        _nodes = [.. graph.Nodes];
        _map = new(() => ArchitectureMap.Of(_nodes));
    }

    private JsonArray Statements(ConsoleCall call)
    {
        var (map, place) = (_map.Value, Find(call));
        var role = place.Type == "AWS::IAM::Role" ? place.Arn : place.Node.Resource?.Properties["Role"]?.ToString();
        return role is null ? [] : [.. map.Grants.StatementsOf(role).Select(statement => statement.DeepClone())];
    }

    private Place Find(ConsoleCall call) => _map.Value.Places.FirstOrDefault(place => place.Id == call.Get("id"))
        ?? throw ConsoleException.NotFound($"The place '{call.Get("id")}'");

    private JsonObject Describe() => Describe(_map.Value);

    private static JsonObject Describe(ArchitectureMap map) => new()
    {
        ["nodes"] = new JsonArray([.. map.Places.Select(place => new JsonObject
        {
            ["id"] = place.Id,
            ["stack"] = place.Node.Stack.Name,
            ["logicalId"] = place.Node.LogicalId,
            ["type"] = place.Type,
            ["service"] = place.Service,
            ["name"] = place.Name,
            ["ref"] = place.Node.Provisioned?.Ref,
            ["arn"] = place.Arn,
            ["description"] = place.Node.Resource?.Properties["Description"]?.ToString(),
            ["becomes"] = place.Node.Type.Becomes,
            ["detail"] = place.IsDetail,
        })]),
        ["edges"] = new JsonArray([.. map.Ways.Select(way => new JsonObject
        {
            ["from"] = way.From,
            ["to"] = way.To,
            ["kind"] = way.Kind,
            ["label"] = way.Label,
        })]),
    };
}
