using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>The last lines of each log group.</summary>
internal sealed class LogView : IView
{
    private const int MostLines = 1000;

    private readonly ILogs _logs;
    private IReadOnlyList<string> _groups = [];

    /// <summary>The view of these logs.</summary>
    public LogView(ILogs logs)
    {
        _logs = logs;
        Routes =
        [
            ConsoleRoute.Get("/logs", "The log groups of the templates, and those of functions that declare none.", _ => Groups()),
            ConsoleRoute.Get("/log", "The last lines of a log group, oldest first.", Tail) with
            {
                Query = new Dictionary<string, string>
                {
                    ["group"] = "The log group.",
                    ["lines"] = $"How many at most: 200 if nothing is said, {MostLines} at most.",
                },
            },
        ];
    }

    public string Name => "Log";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    public void Show(ResourceGraph graph) => _groups = GroupsOf(graph);

    /// <summary>The log groups of templates, and those of functions that declare none, by name.</summary>
    public static IReadOnlyList<string> GroupsOf(ResourceGraph graph) =>
        [.. graph.Nodes.Select(GroupOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static string? GroupOf(ResourceNode node) => node.TypeName switch
    {
        "AWS::Logs::LogGroup" => node.Provisioned?.Ref,
        "AWS::Lambda::Function" when node.Type is not ReplacedProvider =>
            node.Resource?.Properties["LoggingConfig"]?["LogGroup"]?.ToString() ?? $"/aws/lambda/{node.Provisioned?.Ref}",
        _ => null,
    };

    private JsonArray Groups() => [.. _groups.Select(group => (JsonNode?)group)];

    // Only groups that the templates have: a name could lead out of the folder of the logs.
    private JsonArray Tail(ConsoleCall call) => _groups.Contains(call.Get("group"))
        ? [.. _logs.Tail(call.Get("group"), call.Number("lines", 200, MostLines)).Select(line => new JsonObject
        {
            ["time"] = line.Time.ToString("O"),
            ["stream"] = line.Stream,
            ["message"] = line.Message,
        })]
        : throw ConsoleException.NotFound($"The log group '{call.Get("group")}'");
}
