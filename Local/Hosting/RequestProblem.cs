using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Hosting;

/// <summary>
/// What an exception says about a request: a body that cannot be read is the caller's mistake, anything else is ours. Each
/// endpoint writes it in its own protocol, with the id of the request.
/// </summary>
/// <param name="Status">400, 408, 413, or 500.</param>
/// <param name="Cause">What happened.</param>
internal sealed record RequestProblem(int Status, Exception Cause)
{
    /// <summary>Whether the caller sent what cannot be read.</summary>
    public bool IsTheCallers => Status < 500;

    /// <summary>Reads an exception of a service.</summary>
    public static RequestProblem Of(HttpContext context, Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is BadHttpRequestException body)
            {
                // A GET whose body never comes is not a slow upload: it said by mistake that it has one.
                var isMistaken = body.StatusCode == StatusCodes.Status408RequestTimeout
                    && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));
                return new(isMistaken ? StatusCodes.Status400BadRequest : body.StatusCode, body);
            }
        }

        return new(StatusCodes.Status500InternalServerError, exception);
    }

    /// <summary>
    /// Takes back what was set of the response, and tells the terminal of what is ours. A connection whose body could not be
    /// read ends: nobody knows where its next request begins.
    /// </summary>
    public void Begin(HttpContext context, string requestId)
    {
        context.Response.Clear();
        if (IsTheCallers)
        {
            context.Response.Headers.Connection = "close";
            return;
        }

        var what = $"{Cause.GetType().Name}: {Cause.Message} (request {requestId})";
        Console.Error.WriteLine($"{context.Request.Method} {context.Request.Path}: {what}".ReplaceLineEndings(" "));
    }
}
