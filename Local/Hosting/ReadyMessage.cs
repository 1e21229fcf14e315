using Spectre.Console;

namespace Lexicon.Local.Hosting;

/// <summary>What the runner says when everything answers.</summary>
internal static class ReadyMessage
{
    /// <summary>Prints the addresses and what the services add to them.</summary>
    public static void Print(Endpoints endpoints, IEnumerable<(string Name, string Value)> more)
    {
        IEnumerable<(string Name, string Value)> rows =
        [
            ("Site", Text(endpoints.Site)),
            ("API", Text(endpoints.Api)),
            ("AWS_ENDPOINT_URL", $"{Text(endpoints.Aws)}  (access key id and secret: local)"),
            ("Console", Text(endpoints.Console)),
            .. more,
        ];
        Terminal.Output.MarkupLine("[green]Ready.[/] Ctrl-C stops everything; data stays in the data folder.");
        foreach (var (name, value) in rows)
        {
            Terminal.Output.MarkupLineInterpolated($"  [bold]{name,-18}[/]{value}");
        }
    }

    private static string Text(Uri uri) => uri.AbsoluteUri.TrimEnd('/');
}
