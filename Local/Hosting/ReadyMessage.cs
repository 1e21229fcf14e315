using Lexicon.Local.CloudFormation;
using Spectre.Console;

namespace Lexicon.Local.Hosting;

/// <summary>What the runner says when everything answers.</summary>
internal static class ReadyMessage
{
    /// <summary>Prints the addresses and what the services add to them.</summary>
    public static void Print(Endpoints endpoints, ResourceGraph graph, IEnumerable<(string Name, string Value)> more)
    {
        Terminal.Output.MarkupLine("[green]Ready.[/] Ctrl-C stops everything; data stays in the data folder.");
        foreach (var (name, value) in Rows(endpoints, graph).Concat(more))
        {
            Terminal.Output.MarkupLineInterpolated($"  [bold]{name,-18}[/]{value}");
        }
    }

    /// <summary>The addresses.</summary>
    public static IEnumerable<(string Name, string Value)> Rows(Endpoints endpoints, ResourceGraph graph) =>
    [
        ("Site", Text(endpoints.Site)),
        ("API", InvokeUrl.Of(endpoints, graph.Nodes)),
        .. InvokeUrl.OfWebSockets(endpoints, graph.Nodes) is { } live ? [("WebSocket", live)] : Array.Empty<(string, string)>(),
        ("AWS_ENDPOINT_URL", $"{Text(endpoints.Aws)}  (access key id and secret: local)"),
        ("Console", $"{Text(endpoints.Console)}  (for programs: {Text(endpoints.Console)}/api/openapi.json, with SQL over spans and logs)"),
    ];

    private static string Text(Uri uri) => uri.AbsoluteUri.TrimEnd('/');
}
