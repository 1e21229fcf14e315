using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// Stands before DynamoDB Local and loses answers: the request is done, then the connection breaks, and the SDK sends it again by
/// itself.
/// </summary>
internal sealed class LossyEndpoint : IDisposable
{
    private static readonly HttpClient Forward = new();

    private readonly HttpListener _listener = new();
    private readonly Uri _target;

    public LossyEndpoint(Uri target)
    {
        _target = target;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>The actions whose next answer gets lost, each once.</summary>
    public HashSet<string> Losing { get; } = [];

    /// <summary>How many answers got lost.</summary>
    public int Lost { get; private set; }

    /// <summary>Loses the next answer to this action, while other requests are under way.</summary>
    public void Lose(string action)
    {
        lock (Losing)
        {
            Losing.Add(action);
        }
    }

    /// <summary>What others do between the loss and the next attempt.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>The headers of the last request.</summary>
    public WebHeaderCollection? LastHeaders { get; private set; }

    public AmazonDynamoDBClient NewClient(AWSCredentials credentials) =>
        new(credentials, new AmazonDynamoDBConfig { ServiceURL = Address.ToString(), MaxErrorRetry = 2 });

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (_listener.IsListening)
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private bool IsLosing(string action)
    {
        lock (Losing)
        {
            var isLosing = Losing.Remove(action);
            Lost += isLosing ? 1 : 0;
            return isLosing;
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        LastHeaders = (WebHeaderCollection)context.Request.Headers;
        var target = context.Request.Headers["X-Amz-Target"]!;
        using var request = new HttpRequestMessage(HttpMethod.Post, _target) { Content = new StreamContent(context.Request.InputStream) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        foreach (var name in context.Request.Headers.AllKeys.Where(name => name is "X-Amz-Target" or "Authorization" or "X-Amz-Date"))
        {
            request.Headers.TryAddWithoutValidation(name!, context.Request.Headers[name]);
        }

        using var response = await Forward.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (IsLosing(target.Split('.')[^1]))
        {
            await Meanwhile();

            // Breaks off in the middle: without a first byte, this server would make an empty answer of it, and a whole one.
            context.Response.ContentLength64 = body.Length;
            await context.Response.OutputStream.WriteAsync(body.AsMemory(0, body.Length / 2));
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        context.Response.Close(body, willBlock: false);
    }
}
