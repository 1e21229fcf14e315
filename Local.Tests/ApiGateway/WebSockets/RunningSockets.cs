using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.WebSockets;
using Lexicon.Local.Aws;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Tests.Aws;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>A WebSocket API on a port of its own, with functions that a test responds for.</summary>
internal sealed class RunningSockets : IAsyncDisposable
{
    private readonly Channel<JsonObject> _events = Channel.CreateUnbounded<JsonObject>();
    private readonly ConcurrentBag<ClientWebSocket> _clients = [];
    private readonly Dictionary<string, string> _ids = [];
    private readonly AwsServices _services;
    private TestServer? _server;
    private TestServer? _aws;

    public RunningSockets(RunningServices? services = null)
    {
        Clock = services?.Clock ?? new();
        Identities = services?.Identities ?? new(Clock);
        _services = new(services?.Address ?? new("http://localhost"), () => RunningServices.Names);
        Service = new(Functions, Identities, Identities, _services, Logs, Clock);
        Functions.Handler = (request, _) =>
        {
            var response = Respond(request);
            _events.Writer.TryWrite(request);
            return Task.FromResult(response);
        };
    }

    public TestClock Clock { get; }

    public FakeFunctions Functions { get; } = new();

    public FakeLogs Logs { get; } = new();

    public Identities Identities { get; }

    public WebSocketService Service { get; private set; }

    /// <summary>What functions return; 200 at first.</summary>
    public Func<JsonObject, InvokeResponse> Respond { get; set; } = _ => FakeFunctions.Payload("""{"statusCode":200}""");

    public string ApiId => _ids["Api"];

    public Uri Address => _server!.Address;

    public HttpClient Http { get; } = new();

    /// <summary>An API with these routes, all to one function, and a stage <c>dev</c>.</summary>
    public static async Task<RunningSockets> StartAsync(params string[] routes)
    {
        var sockets = new RunningSockets().Declare(routes);
        sockets.Stage();
        await sockets.ServeAsync();
        return sockets;
    }

    /// <summary>The API without a stage.</summary>
    public RunningSockets Declare(params string[] routes)
    {
        Provision("AWS::ApiGatewayV2::Api", "Api", new
        {
            Name = "Live",
            ProtocolType = "WEBSOCKET",
            RouteSelectionExpression = "$request.body.action",
        });
        Provision("AWS::ApiGatewayV2::Integration", "Integration", new
        {
            ApiId,
            IntegrationType = "AWS_PROXY",
            IntegrationUri = RunningApiGateway.InvocationUri(),
        });
        foreach (var route in routes)
        {
            Route(route);
        }

        return this;
    }

    public void Route(string key, object? more = null) => Provision(
        "AWS::ApiGatewayV2::Route",
        $"Route{key}",
        new { ApiId, RouteKey = key, Target = $"integrations/{_ids["Integration"]}" },
        more);

    public void RouteResponse(string key) => Provision(
        "AWS::ApiGatewayV2::RouteResponse",
        $"Response{key}",
        new { ApiId, RouteId = _ids[$"Route{key}"], RouteResponseKey = "$default" });

    /// <summary>An integration of this type.</summary>
    public string Integration(string type, object? more = null, string logicalId = "Other") =>
        Provision("AWS::ApiGatewayV2::Integration", logicalId, new { ApiId, IntegrationType = type }, more);

    /// <summary>A route to an integration, with a route response.</summary>
    public void TwoWay(string key, string integration, object? more = null)
    {
        Route(key, Provisioning.Merge(
            new { Target = $"integrations/{integration}", RouteResponseSelectionExpression = "$default" }, more));
        RouteResponse(key);
    }

    /// <summary>An integration response.</summary>
    public void IntegrationResponse(string integration, string key, object? more = null) => Provision(
        "AWS::ApiGatewayV2::IntegrationResponse",
        $"IntegrationResponse{key}",
        new { ApiId, IntegrationId = integration, IntegrationResponseKey = key },
        more);

    /// <summary>A client that is connected to the API, which is complete now.</summary>
    public async Task<ClientWebSocket> ServeAndConnectAsync(string query = "", Action<ClientWebSocketOptions>? options = null)
    {
        Stage();
        await ServeAsync();
        return await ConnectAsync(query, options);
    }

    /// <summary>What a client gets for a message.</summary>
    public static async Task<string?> AskAsync(ClientWebSocket client, string message)
    {
        await SendAsync(client, message);
        return await ReceiveAsync(client);
    }

    public void Authorizer(params string[] sources)
    {
        Provision("AWS::ApiGatewayV2::Authorizer", "Authorizer", new
        {
            ApiId,
            AuthorizerType = "REQUEST",
            AuthorizerUri = RunningApiGateway.InvocationUri("arn:aws:lambda:us-east-1:123456789012:function:Authorizer"),
            IdentitySource = sources,
        });
        Route("$connect", new { AuthorizationType = "CUSTOM", AuthorizerId = _ids["Authorizer"] });
    }

    public void Stage(object? more = null) =>
        Provision("AWS::ApiGatewayV2::Stage", "Stage", new { ApiId, StageName = "dev", AutoDeploy = true }, more);

    public string Provision(string type, string logicalId, object properties, object? more = null) =>
        _ids[logicalId] = Service.ResourceTypes.Provision(type, logicalId, Provisioning.Merge(properties, more), "Live").Ref;

    public async Task ServeAsync()
    {
        _server = await TestServer.StartAsync(context => Service.HandleAsync(context));
        _aws = await TestServer.StartAsync(context => new AwsEndpoint(Identities, [Service], Clock).HandleAsync(context));
    }

    /// <summary>A newer assembly takes over, with the same API whose routes are these.</summary>
    public void Replace(params string[] routes)
    {
        Service = new(Functions, Identities, Identities, _services, Logs, Clock, Service);
        Declare(routes);
        Stage();
        Service.TakeOver();
    }

    /// <summary>A client that is connected; the event of <c>$connect</c>, if that is a route, is taken.</summary>
    public async Task<ClientWebSocket> ConnectAsync(string query = "", Action<ClientWebSocketOptions>? options = null)
    {
        var client = new ClientWebSocket();
        _clients.Add(client);
        client.Options.CollectHttpResponseDetails = true;
        options?.Invoke(client.Options);
        await client.ConnectAsync(new Uri($"ws://localhost:{Address.Port}/dev{query}"), default);
        return client;
    }

    /// <summary>The status with which a client is refused.</summary>
    public async Task<int> RefusalAsync(string query = "", Action<ClientWebSocketOptions>? options = null)
    {
        using var client = new ClientWebSocket();
        client.Options.CollectHttpResponseDetails = true;
        options?.Invoke(client.Options);
        await Assert.ThrowsAsync<WebSocketException>(
            () => client.ConnectAsync(new Uri($"ws://localhost:{Address.Port}/dev{query}"), default));
        return (int)client.HttpStatusCode;
    }

    /// <summary>The response to a request to connect that is written by hand.</summary>
    public Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        (string Name, string Value)[] handshake =
        [
            ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"),
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ];
        foreach (var (name, value) in handshake.Concat(headers))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The next event of a kind.</summary>
    public async Task<JsonObject> EventAsync(string eventType)
    {
        await foreach (var next in _events.Reader.ReadAllAsync())
        {
            if ((string?)next["requestContext"]?["eventType"] == eventType && next["type"] is null)
            {
                return next;
            }
        }

        throw new InvalidOperationException("There is no more event.");
    }

    /// <summary>A signed request to the management API, at the API's own address or at the endpoint of all services.</summary>
    public async Task<HttpResponseMessage> ManageAsync(
        string method, string connectionId, string body = "hello", Credentials? credentials = null, bool atAws = false)
    {
        var path = atAws ? "" : "/dev";
        return await Http.SendAsync(new TestRequest((atAws ? _aws! : _server!).Address, "execute-api", Clock.GetUtcNow())
        {
            Method = method,
            Path = $"{path}/%40connections/{Uri.EscapeDataString(connectionId)}",
            SignedPath = $"{path}/%2540connections/{Uri.EscapeDataString(Uri.EscapeDataString(connectionId))}",
            Body = body,
            KeyId = credentials?.AccessKeyId ?? "local",
            Secret = credentials?.SecretAccessKey ?? "local",
            Token = credentials?.SessionToken,
        }.Sign());
    }

    /// <summary>Credentials of a role that may do these actions on these resources.</summary>
    public Credentials Role(string action, string resource)
    {
        new IamService(Identities).ResourceTypes.Provision("AWS::IAM::Role", "Sender", $$$"""
            {"RoleName":"Sender","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}]},
             "Policies":[{"PolicyName":"P","PolicyDocument":{"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"{{{action}}}","Resource":"{{{resource}}}"}]}}]}
            """);
        return Identities.Assume("arn:aws:iam::123456789012:role/Sender", "session");
    }

    /// <summary>A client that connects and sends one frame as it stands, which .NET's would not.</summary>
    public async Task SendRawAsync(ReadOnlyMemory<byte> frame)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /dev HTTP/1.1\r\nHost: localhost:{Address.Port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var buffer = new byte[4096];
        await stream.ReadAtLeastAsync(buffer, 1);
        await stream.WriteAsync(frame);
        await stream.ReadAtLeastAsync(buffer, 1, throwOnEndOfStream: false);
    }

    public static Task SendAsync(ClientWebSocket client, string text) =>
        client.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, default);

    /// <summary>The next message as text; null when the connection was closed.</summary>
    public static async Task<string?> ReceiveAsync(ClientWebSocket client)
    {
        var buffer = new byte[256 * 1024];
        var length = 0;
        while (true)
        {
            var part = await client.ReceiveAsync(buffer.AsMemory(length), default);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        Http.Dispose();
        await Service.DisposeAsync();
        foreach (var server in new[] { _server, _aws }.OfType<TestServer>())
        {
            await server.DisposeAsync();
        }
    }
}
