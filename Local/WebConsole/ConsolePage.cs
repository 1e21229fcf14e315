using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.WebConsole.Api;
using Lexicon.Local.WebConsole.Views;
using Microsoft.AspNetCore.Http;

// Not named after its folder: a namespace "Console" would hide System.Console everywhere in the runner.
namespace Lexicon.Local.WebConsole;

/// <summary>The runner's own page, and its API: one view for each thing that one wants to see of the cloud.</summary>
internal sealed class ConsolePage(string nodeModules, params IReadOnlyList<IView> views) : IHttpEndpoint
{
    private readonly ConsoleFiles _files = new(nodeModules);
    private readonly ConsoleApi _api = new(views);

    /// <summary>Gives the views what they show, once everything is provisioned.</summary>
    public void Show(ResourceGraph graph)
    {
        foreach (var view in views)
        {
            view.Show(graph);
        }
    }

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
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
        else if (request.Path.StartsWithSegments(ConsoleApi.Prefix))
        {
            await _api.HandleAsync(context);
        }
        else if (!HttpMethods.IsGet(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET";
        }
        else if (_files.Open(request.Path.Value!) is { } file)
        {
            response.ContentType = file.Type;
            await using var content = file.Content;
            await content.CopyToAsync(response.Body, context.RequestAborted);
        }
        else
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
