using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Waf;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>API Gateway on a port of its own, with the resources that a test declares and functions that it answers for.</summary>
internal sealed class RunningApiGateway : IAsyncDisposable
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:Handler";

    private readonly ApiGatewayService _service;
    private readonly Dictionary<string, string> _resourceIds = [];
    private TestServer? _server;

    public RunningApiGateway(RunningServices? services = null)
    {
        Clock = services?.Clock ?? new();
        Firewall = new(Clock);
        Identities = services?.Identities ?? new(Clock);
        var address = services?.Address ?? new("http://localhost");
        _service = new(
            Functions, Pool, Identities, Identities, new(address, () => RunningServices.Names), Firewall, Logs, Clock);
    }

    public FakeFunctions Functions { get; } = new();

    public FakeUserPool Pool { get; } = new();

    public FakeLogs Logs { get; } = new();

    public WafService Firewall { get; }

    public Identities Identities { get; }

    public TestClock Clock { get; }

    /// <summary>The API's id, once it is declared.</summary>
    public string ApiId { get; private set; } = "";

    /// <summary>What answers on the port.</summary>
    public IHttpEndpoint Endpoint => _service;

    /// <summary>What a person is told of the gateway.</summary>
    public IEnumerable<(string Name, string Value)> ReadyRows => _service.ReadyRows;

    /// <summary>Where the gateway listens.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>A gateway with one API, a stage <c>dev</c> and a proxy method.</summary>
    public static async Task<RunningApiGateway> WithMethodAsync(string method = "GET", string path = "/items", object? api = null)
    {
        var gateway = new RunningApiGateway();
        gateway.Api(api);
        gateway.Method(method, path);
        gateway.Stage();
        await gateway.StartAsync();
        return gateway;
    }

    /// <summary>Provisions any resource and answers its attributes, <c>Ref</c> among them.</summary>
    public IReadOnlyDictionary<string, string> Provision(string type, string logicalId, object? properties, object? more = null)
    {
        var provisioned = _service.ResourceTypes.Provision(type, logicalId, Provisioning.Merge(properties, more), "Test-Api");
        return new Dictionary<string, string>(provisioned.Attributes) { ["Ref"] = provisioned.Ref };
    }

    public void Api(object? properties = null, string logicalId = "Api")
    {
        var attributes = Provision("AWS::ApiGateway::RestApi", logicalId, new { Name = logicalId }, properties);
        ApiId = attributes["Ref"];
        _resourceIds.Clear();
        _resourceIds["/"] = attributes["RootResourceId"];
    }

    /// <summary>The id of the resource with this path, declared if it is not yet.</summary>
    public string ResourceId(string path)
    {
        if (_resourceIds.TryGetValue(path, out var known))
        {
            return known;
        }

        var slash = path.LastIndexOf('/');
        var parent = ResourceId(slash == 0 ? "/" : path[..slash]);
        return _resourceIds[path] = Provision(
            "AWS::ApiGateway::Resource",
            $"Resource{path}{ApiId}",
            new { RestApiId = ApiId, ParentId = parent, PathPart = path[(slash + 1)..] })["Ref"];
    }

    /// <summary>A method with a Lambda proxy integration.</summary>
    public void Method(string method, string path, object? more = null) => Provision(
        "AWS::ApiGateway::Method",
        $"Method{method}{path}{ApiId}",
        new
        {
            RestApiId = ApiId,
            ResourceId = ResourceId(path),
            HttpMethod = method,
            Integration = new { Type = "AWS_PROXY", IntegrationHttpMethod = "POST", Uri = InvocationUri() },
        },
        more);

    /// <summary>A method with this integration, which declares the parameters and the responses that the integration maps.</summary>
    public void Integration(string method, string path, object integration, object? more = null)
    {
        var node = JsonSerializer.SerializeToNode(integration)!.AsObject();
        var responses = (node["IntegrationResponses"] as JsonArray ?? []).GroupBy(one => (string)one!["StatusCode"]!);
        var sources = (node["RequestParameters"] as JsonObject ?? []).Select(one => (string)one.Value!);
        Provision(
            "AWS::ApiGateway::Method",
            $"Method{method}{path}{ApiId}",
            new
            {
                RestApiId = ApiId,
                ResourceId = ResourceId(path),
                HttpMethod = method,
                Integration = node,
                RequestParameters = sources.Where(source => source.StartsWith("method.request.", StringComparison.Ordinal))
                    .Where(source => !source.StartsWith("method.request.body", StringComparison.Ordinal))
                    .Select(source => source.Replace("multivaluequerystring", "querystring", StringComparison.Ordinal)
                        .Replace("multivalueheader", "header", StringComparison.Ordinal))
                    .Distinct().ToDictionary(source => source, _ => false),
                MethodResponses = responses.Select(one => new
                {
                    StatusCode = one.Key,
                    ResponseParameters = one.SelectMany(response => response!["ResponseParameters"] as JsonObject ?? [])
                        .Select(parameter => parameter.Key).Distinct().ToDictionary(name => name, _ => true),
                }),
            },
            more);
    }

    public void Stage(object? more = null, string name = "dev") => Provision(
        "AWS::ApiGateway::Stage", $"Stage{name}{ApiId}", new { RestApiId = ApiId, StageName = name, DeploymentId = "dep123" }, more);

    public static string InvocationUri(string function = FunctionArn) =>
        $"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{function}/invocations";

    public async Task StartAsync()
    {
        await _service.StartAsync(default);
        _server = await TestServer.StartAsync(_service);
        Address = _server.Address;
        Client.BaseAddress = Address;
    }

    /// <summary>Sends bytes as they are and answers all that comes back until the connection closes.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request.ReplaceLineEndings("\r\n")));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _service.DisposeAsync();
    }
}
