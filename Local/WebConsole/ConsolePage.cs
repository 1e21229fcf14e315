using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Hosting;
using Lexicon.Local.Traces;
using Microsoft.AspNetCore.Http;

// Not named after its folder: a namespace "Console" would hide System.Console everywhere in the runner.
namespace Lexicon.Local.WebConsole;

/// <summary>
/// The runner's own page: the endpoints, every request, what each resource became, and the log of each function. It reads and never
/// changes anything.
/// </summary>
internal sealed class ConsolePage(Endpoints endpoints, ILogs logs, ITraces traces) : IHttpEndpoint
{
    private const int LogLines = 200;
    private const int MostRequests = 500;

    private static readonly Dictionary<string, (string Name, string ContentType)> Files = new()
    {
        ["/"] = ("index.html", "text/html; charset=utf-8"),
        ["/console.css"] = ("console.css", "text/css; charset=utf-8"),
        ["/console.js"] = Script("console.js"),
        ["/explanations.js"] = Script("explanations.js"),
        ["/page.js"] = Script("page.js"),
        ["/requests.js"] = Script("requests.js"),
    };

    private IReadOnlyList<ResourceNode> _nodes = [];

    /// <summary>Gives the page what it shows, once everything is provisioned.</summary>
    public void Show(ResourceGraph graph) => _nodes = [.. graph.Nodes];

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        if (!BrowserGuard.IsThisMachine(request.Host.Host))
        {
            // A name of someone else's that resolves to this machine would let that page's scripts read the logs.
            response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (!HttpMethods.IsGet(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET";
        }
        else if (Files.TryGetValue(request.Path, out var file))
        {
            response.ContentType = file.ContentType;
            await using var content = typeof(ConsolePage).Assembly.GetManifestResourceStream($"Console.{file.Name}")!;
            await content.CopyToAsync(response.Body, context.RequestAborted);
        }
        else if (request.Path == "/state.json")
        {
            await Write(response, State());
        }
        else if (request.Path == "/requests.json")
        {
            var limit = (int)Math.Clamp(Number(request, "limit") ?? 100, 1, MostRequests);
            await Write(response, traces.List(Number(request, "before"), limit));
        }
        else if (request.Path == "/trace.json")
        {
            await Write(response, traces.Trace(request.Query["id"].ToString()));
        }
        else if (request.Path == "/log.json" && LogGroupOf(request.Query["name"].ToString()) is { } group)
        {
            await Write(response, Log(group));
        }
        else
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static (string Name, string ContentType) Script(string name) => (name, "text/javascript; charset=utf-8");

    private static long? Number(HttpRequest request, string name) =>
        long.TryParse(request.Query[name], CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Task Write(HttpResponse response, JsonNode document)
    {
        response.ContentType = "application/json";
        return response.WriteAsync(document.ToJsonString());
    }

    private JsonObject State() => new()
    {
        ["endpoints"] = new JsonObject
        {
            ["site"] = endpoints.Site.AbsoluteUri,
            ["api"] = InvokeUrl.Of(endpoints, _nodes),
            ["aws"] = endpoints.Aws.AbsoluteUri,
        },
        ["resources"] = new JsonArray([.. _nodes.Select(Describe)]),
    };

    private static JsonObject Describe(ResourceNode node) => new()
    {
        ["stack"] = node.Stack.Name,
        ["id"] = node.LogicalId,
        ["type"] = node.Definition["Type"]?.ToString(),
        ["becomes"] = node.Type.Becomes,
        ["ref"] = node.Provisioned?.Ref,
        ["isFunction"] = IsFunction(node),
        ["dependsOn"] = new JsonArray([.. node.DependsOn.Select(other => (JsonNode?)other.LogicalId)]),
    };

    private JsonArray Log(string group) =>
        [.. logs.Tail(group, LogLines).Select(line => new JsonObject
        {
            ["time"] = line.Time.ToString("O"),
            ["message"] = line.Message,
        })];

    private string? LogGroupOf(string function) =>
        _nodes.FirstOrDefault(node => IsFunction(node) && node.Provisioned?.Ref == function) is { } found
            ? found.Resource!.Properties["LoggingConfig"]?["LogGroup"]?.ToString() ?? $"/aws/lambda/{function}"
            : null;

    private static bool IsFunction(ResourceNode node) =>
        node.Type is not ReplacedProvider && node.Type.Name == "AWS::Lambda::Function";
}
