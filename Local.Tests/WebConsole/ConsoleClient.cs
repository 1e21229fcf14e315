using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.WebConsole;
using Lexicon.Local.WebConsole.Views;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.WebConsole;

/// <summary>Asks the console's API over some views.</summary>
internal sealed class ConsoleClient(params IReadOnlyList<IView> views)
{
    private readonly ConsolePage _page = new("node_modules", views);

    /// <summary>The status and the document at a path below the prefix, with its query.</summary>
    public Task<(int Status, JsonNode Document)> GetAsync(string path) => SendAsync("GET", path);

    /// <summary>Posts a body of JSON, as a program does, or with headers as a browser does.</summary>
    public async Task<(int Status, JsonNode Document)> SendAsync(
        string method, string path, string body = "", string type = "application/json", params (string Name, string Value)[] headers)
    {
        var parts = path.Split('?', 2);
        var context = new DefaultHttpContext
        {
            Request =
            {
                Method = method,
                Path = $"/api{parts[0]}",
                QueryString = new QueryString(parts.Length > 1 ? $"?{parts[1]}" : ""),
                Host = new HostString("localhost", 9203),
                ContentType = type,
                Body = new MemoryStream(Encoding.UTF8.GetBytes(body)),
            },
            Response = { Body = new MemoryStream() },
        };
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        await _page.HandleAsync(context);
        return (context.Response.StatusCode, JsonNode.Parse(((MemoryStream)context.Response.Body).ToArray())!);
    }
}
