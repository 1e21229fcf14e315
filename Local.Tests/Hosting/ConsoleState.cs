using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.WebConsole;
using Lexicon.Local.WebConsole.Views;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>What the console page shows of a graph.</summary>
internal static class ConsoleState
{
    public static async Task<JsonNode> ReadAsync(Endpoints endpoints, ResourceGraph graph)
    {
        var page = new ConsolePage("node_modules", new CloudView(endpoints));
        page.Show(graph);
        using var body = new MemoryStream();
        var context = new DefaultHttpContext
        {
            Request = { Method = "GET", Path = "/api/state", Host = new HostString("localhost", endpoints.Console.Port) },
            Response = { Body = body },
        };
        await page.HandleAsync(context);
        return JsonNode.Parse(body.ToArray())!;
    }
}
