using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.WebSockets.Management;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;
using Lexicon.Local.ApiGateway.WebSockets.Resources;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.WebSockets;

/// <summary>
/// API Gateway's WebSocket APIs: <c>ws://localhost:PORT/STAGE</c> on the endpoint of the REST APIs, and their management API there and
/// on the endpoint <c>aws</c>.
/// </summary>
internal sealed class WebSocketService : IService, IHttpEndpoint, IAwsService, IConnectionsView
{
    private readonly WebSocketApis _apis = new();
    private readonly Connections _connections;
    private readonly HttpCaller _http;
    private readonly SocketPipeline _pipeline;
    private readonly OpenConnection _open;
    private readonly ManagementApi _management;
    private readonly SignedManagement _signed;

    /// <summary>Wires the room.</summary>
    public WebSocketService(
        IFunctions functions,
        IIdentities identities,
        IAccessKeys keys,
        AwsServices services,
        ILogs logs,
        TimeProvider time,
        WebSocketService? before = null)
    {
        _http = new HttpCaller(time);
        var sources = new BackendSources(functions, new AwsServiceCaller(services, identities, _http, time), _http, time);
        var verifier = new SignatureVerifier(keys, time);
        var call = new FunctionCall(functions, time);
        var authorize = new AuthorizeConnection(call, identities, new SignedConnection(identities, verifier), time);
        _connections = before?._connections ?? new();
        _pipeline = new SocketPipeline(_apis, authorize, new IntegrateRoute(time), new SocketLog(logs), time);
        _connections.Pipeline ??= _pipeline;
        _open = new OpenConnection(_apis, _connections, _pipeline, time);
        _management = new ManagementApi(_apis, _connections, identities);
        _signed = new SignedManagement(_management, verifier);
        ResourceTypes =
        [
            new ApiType(_apis),
            new StageType(_apis),
            new DeploymentType(_apis),
            new RouteType(_apis),
            new IntegrationType(_apis, sources, call),
            new IntegrationResponseType(_apis),
            new RouteResponseType(_apis),
            new AuthorizerType(_apis),
            new ModelType(_apis),
        ];
    }

    public string Name => "API Gateway WebSocket";

    public string SigningName => "execute-api";

    public IEnumerable<string> Operations => ManagementApi.Operations;

    public IEnumerable<IResourceType> ResourceTypes { get; }

    /// <summary>Whether a request is for a WebSocket API and not for a REST API.</summary>
    public bool Claims(HttpContext context) =>
        _apis.All.Count > 0
        && (Handshake.IsAskedFor(context.Request)
            || ManagementPath.Parse(RawTarget.From(context).Path) is not null
            || _apis.Find(context.Request.Host.Host.Split('.')[0]) is not null);

    IReadOnlyList<ConnectionFacts> IConnectionsView.Connections =>
    [
        .. _connections.All.OrderBy(one => one.ConnectedAt).Select(one => new ConnectionFacts(
            one.Id, one.ApiId, one.StageName, one.ConnectedAt, one.LastActiveAt, one.SourceIp)),
    ];

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public void TakeOver() => _connections.Pipeline = _pipeline;

    /// <summary>The endpoint of the APIs.</summary>
    public Task HandleAsync(HttpContext context) =>
        ManagementPath.Parse(RawTarget.From(context).Path) is { } path
            ? _signed.HandleAsync(context, path)
            : _open.HandleAsync(context);

    /// <summary>The endpoint <c>aws</c>, which has checked the signature.</summary>
    public Task HandleAsync(HttpContext context, Caller caller) =>
        ManagementPath.Parse(RawTarget.From(context).Path) is { } path
            ? _management.HandleAsync(context, path, caller)
            : ManagementErrors.WriteAsync(context, ManagementErrors.NoMethod);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var connection in _connections.All)
        {
            await connection.DisposeAsync();
        }
    }
}
