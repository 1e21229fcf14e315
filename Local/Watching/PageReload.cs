using System.Threading.Channels;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Watching;

/// <summary>
/// Lets the open pages of the site load again when something has changed. Into each page goes a script of the site's own
/// origin, which the pages' content security policy allows, and the script listens to server-sent events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html). In no template, and never without <c>--watch</c>.
/// </summary>
internal sealed class PageReload(IHttpEndpoint site, CancellationToken stop) : IHttpEndpoint
{
    private const string ScriptPath = "/.local/reload.js";
    private const string EventsPath = "/.local/changes";
    private const string Tag = $"""<script src="{ScriptPath}" async></script>""";
    private const string Script = $"new EventSource('{EventsPath}').onmessage = () => location.reload();";

    private readonly HashSet<Channel<bool>> _pages = [];

    /// <summary>Tells every open page.</summary>
    public void Tell()
    {
        lock (_pages)
        {
            foreach (var page in _pages)
            {
                page.Writer.TryWrite(true);
            }
        }
    }

    public Task HandleAsync(HttpContext context) => context.Request.Path.Value switch
    {
        ScriptPath => WriteScriptAsync(context.Response),
        EventsPath => SendEventsAsync(context),
        _ when context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) => AddTagAsync(context),
        _ => site.HandleAsync(context),
    };

    private static Task WriteScriptAsync(HttpResponse response)
    {
        response.ContentType = "text/javascript";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(Script);
    }

    private async Task SendEventsAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stop);
        var changes = Channel.CreateUnbounded<bool>();
        lock (_pages)
        {
            _pages.Add(changes);
        }

        try
        {
            // A first line, so that the browser knows that it is connected.
            await response.WriteAsync(": watching\n\n", end.Token);
            await foreach (var _ in changes.Reader.ReadAllAsync(end.Token))
            {
                await response.WriteAsync("data: changed\n\n", end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone, or the runner stops.
        }
        finally
        {
            lock (_pages)
            {
                _pages.Remove(changes);
            }
        }
    }

    // What is compressed cannot be added to, so it is asked for as it is; and what the browser has already may lack the script.
    private async Task AddTagAsync(HttpContext context)
    {
        var (response, body) = (context.Response, context.Response.Body);
        using var page = new MemoryStream();
        foreach (var name in (string[])["Accept-Encoding", "If-None-Match", "If-Modified-Since"])
        {
            context.Request.Headers.Remove(name);
        }

        response.Body = page;
        try
        {
            await site.HandleAsync(context);
        }
        finally
        {
            response.Body = body;
        }

        if (page.Length > 0 && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            page.Write(System.Text.Encoding.UTF8.GetBytes(Tag));
            response.ContentLength = page.Length;
        }

        page.Position = 0;
        await page.CopyToAsync(body, context.RequestAborted);
    }
}
