using System.Text;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Requests to Lambda's API, without a socket.</summary>
internal static class ApiRequest
{
    /// <summary>Sends as an identity that may do everything.</summary>
    public static async Task<(int Status, IHeaderDictionary Headers, string Body)> SendAsync(
        RunningLambda lambda, string method, string path, string body = "", params (string Name, string Value)[] headers)
    {
        var context = Request(method, path, body, headers);
        await lambda.Service.HandleAsync(context, Caller.Root);
        return Read(context);
    }

    public static DefaultHttpContext Request(string method, string path, string body, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path.Split('?')[0];
        context.Request.QueryString = path.Split('?', 2) is [_, var query] ? new QueryString($"?{query}") : default;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Response.Body = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }

    public static (int Status, IHeaderDictionary Headers, string Body) Read(DefaultHttpContext context) => (
        context.Response.StatusCode,
        context.Response.Headers,
        Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
}
