using System.Text;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Support;

/// <summary>Calls a service in an AWS JSON protocol as the endpoint <c>aws</c> does, without a socket and a signature.</summary>
internal static class AwsJsonCall
{
    /// <summary>Calls an operation.</summary>
    /// <param name="service">What handles the call.</param>
    /// <param name="target">The protocol's name of the service, and behind a dot the operation.</param>
    /// <param name="request">The body.</param>
    /// <param name="caller">Who calls; null: one who may do everything.</param>
    /// <param name="aborted">Ends when the client goes away.</param>
    public static async Task<AwsJsonResponse> SendAsync(
        Func<HttpContext, Caller, Task> service, string target, string request, Caller? caller = null, CancellationToken aborted = default)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestAborted = aborted, Response = { Body = body } };
        context.Request.Method = "POST";
        context.Request.Headers["X-Amz-Target"] = target;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(request));
        await service(context, caller ?? Caller.Root);
        return new(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(body.ToArray()));
    }
}
