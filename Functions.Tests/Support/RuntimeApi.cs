using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// As much of the Lambda Runtime API as one invocation takes
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
/// </summary>
internal sealed class RuntimeApi : IDisposable
{
    private readonly HttpListener _listener = new();

    public RuntimeApi()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"http://{Address}/");
        _listener.Start();
    }

    public string Address { get; }

    /// <summary>Hands out one event and returns the path and the body of what the function posts.</summary>
    public async Task<(string Path, string Body)> InvokeAsync(string invocation)
    {
        var first = await _listener.GetContextAsync();
        if (first.Request.HttpMethod == "GET")
        {
            first.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
            var deadline = DateTimeOffset.UtcNow.AddSeconds(30).ToUnixTimeMilliseconds();
            first.Response.Headers["Lambda-Runtime-Deadline-Ms"] = $"{deadline}";
            first.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:123456789012:function:f";
            first.Response.Headers["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700";
            first.Response.ContentType = "application/json";
            first.Response.Close(Encoding.UTF8.GetBytes(invocation), willBlock: false);
            first = await _listener.GetContextAsync();
        }

        using var reader = new StreamReader(first.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        first.Response.StatusCode = 202;
        first.Response.Close();
        return (first.Request.Url!.AbsolutePath, body);
    }

    public void Dispose() => _listener.Close();
}
