using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Hosting;

/// <summary>
/// <c>Expect: 100-continue</c> (https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1): whoever is refused before its body was asked
/// for may send that body or not. What comes next on the connection could be either, so that it ends.
/// </summary>
internal static class ExpectContinue
{
    /// <summary>Ends the connection with a response that comes before the body is read.</summary>
    public static void Watch(HttpContext context)
    {
        if (context.Request.Headers.Expect.Count == 0)
        {
            return;
        }

        var body = new WatchedBody(context.Request.Body);
        context.Request.Body = body;
        context.Response.OnStarting(() =>
        {
            if (!body.WasRead)
            {
                context.Response.Headers.Connection = "close";
            }

            return Task.CompletedTask;
        });
    }
}
