using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.WebConsole.Views;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.WebConsole.Api;

/// <summary>What the pages of the console ask for, and any program may: JSON below one prefix.</summary>
internal sealed class ConsoleApi
{
    /// <summary>Where it is, without the slash after it.</summary>
    public const string Prefix = "/api";

    private readonly IReadOnlyList<ConsoleRoute> _routes;

    /// <summary>The routes of some views, and the document about them.</summary>
    public ConsoleApi(IEnumerable<IView> views)
    {
        var all = views.ToList();
        _routes =
        [
            ConsoleRoute.Get("/openapi.json", "This document.", _ => OpenApiDocument.Write(all, _routes!)),
            .. all.SelectMany(view => view.Routes),
        ];
    }

    /// <summary>Handles a request below the prefix, refusals included.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = request.Path.Value![Prefix.Length..];
        var found = _routes.Select(route => (Route: route, Values: route.Match(path))).Where(one => one.Values is not null).ToList();
        if (found.Count == 0)
        {
            await WriteAsync(response, 404, Problem($"There is nothing at {request.Path}. {Prefix}/openapi.json lists what there is."));
        }
        else if (found.FirstOrDefault(one => one.Route.Method == request.Method) is not { Route: { } route, Values: { } values })
        {
            response.Headers.Allow = string.Join(", ", found.Select(one => one.Route.Method));
            await WriteAsync(response, 405, Problem($"{request.Method} is not supported here."));
        }
        else if (route.Method != "GET" && ReasonToRefuse(request) is { } why)
        {
            await WriteAsync(response, 403, Problem(why));
        }
        else
        {
            await RunAsync(route, new ConsoleCall(context, values), response);
        }
    }

    private static async Task RunAsync(ConsoleRoute route, ConsoleCall call, HttpResponse response)
    {
        try
        {
            await WriteAsync(response, 200, await route.Run(call));
        }
        catch (ConsoleException refusal)
        {
            await WriteAsync(response, refusal.Status, Problem(refusal.Message));
        }
    }

    // A page of another machine can send a form without asking first, but not JSON; and its browser says where it comes from.
    private static string? ReasonToRefuse(HttpRequest request) =>
        BrowserGuard.IsForeign(request) || request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site"
            ? "Changes are for the console's own pages and for programs of this machine."
            : request.ContentType?.Split(';')[0].Trim() is "application/json" ? null
            : "The content type is not valid; it must be application/json.";

    private static JsonObject Problem(string message) => new() { ["message"] = message };

    private static Task WriteAsync(HttpResponse response, int status, JsonNode document)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        return response.WriteAsync(document.ToJsonString(AwsJson.Options));
    }
}
