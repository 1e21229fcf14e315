using Lexicon.Local.ApiGateway;
using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.WebSockets;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Cognito;
using Lexicon.Local.CognitoIdentity;
using Lexicon.Local.Debugging;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.EventBridge;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.OnAws;
using Lexicon.Local.S3;
using Lexicon.Local.SecretsManager;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Lexicon.Local.Ssm;
using Lexicon.Local.Traces;
using Lexicon.Local.Waf;
using Lexicon.Local.WebConsole;
using Lexicon.Local.WebConsole.Api;
using Lexicon.Local.WebConsole.Views;

namespace Lexicon.Local;

/// <summary>
/// The local cloud as one assembly has it: its services, who uses whom, and their life together. With <c>--watch</c> a newer
/// assembly is a newer cloud, which goes on with what lasts of the one before: processes, open files, work that waits.
/// </summary>
internal sealed class Cloud : IAsyncDisposable
{
    private readonly CloudAssembly _assembly;
    private readonly Endpoints _endpoints;
    private readonly IReadOnlyList<IService> _services;
    private readonly Identities _identities;
    private readonly IamService _iam;
    private readonly TracesService _traces;
    private readonly LogsService _logs;
    private readonly DynamoDbService _dynamoDb;
    private readonly S3Service _s3;
    private readonly CognitoService _cognito;
    private readonly SqsService _sqs;
    private readonly SnsService _sns;
    private readonly DebuggedFunction _debugged;
    private readonly Holds _holds;
    private readonly LambdaService _lambda;
    private readonly EventBridgeService _eventBridge;
    private readonly WebSocketService _webSockets;
    private readonly CloudFrontService _cloudFront;
    private readonly ConsolePage _console;
    private readonly IReadOnlyList<string> _awsNames = [];
    private readonly bool _isFirst;

    /// <summary>Wires the services; starts nothing and writes nothing.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="assembly">What is provisioned.</param>
    /// <param name="endpoints">Where everything answers.</param>
    /// <param name="processes">Starts processes.</param>
    /// <param name="before">The cloud that runs now, where there is one.</param>
    public Cloud(Settings settings, CloudAssembly assembly, Endpoints endpoints, IChildProcesses processes, Cloud? before = null)
    {
        _assembly = assembly;
        _endpoints = endpoints;
        _isFirst = before is null;
        var time = TimeProvider.System;
        _identities = new Identities(time, before?._identities);
        _iam = new IamService(_identities, settings, time, before?._iam);
        _traces = new TracesService(settings, time, before?._traces);
        _logs = new LogsService(settings, _identities, time, before?._logs);
        _dynamoDb = new DynamoDbService(settings, processes, _identities, before?._dynamoDb);
        _cognito = new CognitoService(settings, endpoints, processes, _identities, time, before?._cognito);
        var cognitoIdentity = new CognitoIdentityService(settings, _cognito, _identities, _identities, time);
        _sqs = new SqsService(settings, endpoints, _identities, time, before?._sqs);
        _sns = new SnsService(settings, endpoints, _identities, _sqs, () => _lambda!, time, Progress.Say, before?._sns);
        var held = new HeldTime(time);
        _debugged = before?._debugged ?? new DebuggedFunction(settings, time, Progress.Say, held);
        _holds = before?._holds ?? new Holds(held, time);
        _lambda = new LambdaService(
            settings,
            endpoints,
            assembly.Assets,
            _identities,
            processes,
            _logs,
            new EventServices(_sqs, _dynamoDb, _sns, () => _eventBridge!),
            time,
            _debugged,
            Progress.Warn,
            before?._lambda,
            _holds);
        _eventBridge = new EventBridgeService(settings, _lambda, _sqs, _sns, _identities, time, before?._eventBridge);
        _s3 = new S3Service(
            settings, endpoints, assembly.Assets, _identities, _identities, _eventBridge, _lambda, _sqs, _sns, time,
            before?._s3);
        var firewall = new WafService(time);
        var secrets = new SecretsManagerService(settings, _identities, time);
        var ssm = new SsmService(_identities, time);
        var services = new AwsServices(endpoints.Aws, () => _awsNames);
        var apiGateway = new ApiGatewayService(_lambda, _cognito, _identities, _identities, services, firewall, _logs, time, _holds);
        _webSockets = new WebSocketService(_lambda, _identities, _identities, services, _logs, time, before?._webSockets);
        var patience = settings.Debug is null ? _holds.CallerClock : _debugged.CallerClock;
        _cloudFront = new CloudFrontService(
            endpoints, _s3, firewall, time, patience, new OriginMap(settings.Origins), settings.HasDistance,
            Path.Combine(settings.Data, "cloudfront"), before?._cloudFront, _holds);

        _services =
        [
            _traces, _holds, _iam, secrets, ssm, _logs, _dynamoDb, _cognito, cognitoIdentity, _sqs, _sns, _lambda, _eventBridge, _s3,
            firewall, apiGateway, _webSockets, _cloudFront,
        ];
        ResourceTypes = new ResourceTypes(
            [.. _services.SelectMany(service => service.ResourceTypes), .. OnAwsTypes.All, new CdkMetadata()]);
        AwsServices =
        [
            _dynamoDb, _s3, _cognito, cognitoIdentity, _sqs, _sns, _lambda, _eventBridge, _logs, secrets, ssm, _webSockets,
            _cloudFront.Api(_identities), new SecurityTokenService(_identities),
        ];
        var calls = new AwsCalls(endpoints, AwsServices);
        _console = new ConsolePage(
            settings.NodeModules,
            new CloudView(endpoints),
            new MapView(_traces, _lambda),
            new RequestsView(_traces, endpoints, time),
            new HoldView(_holds),
            new FunctionsView(_lambda, _lambda),
            new TableView(calls),
            new EdgeView(_cloudFront.Edge),
            new MessagesView(calls, _sqs, _sns, _sns, _webSockets, _cognito),
            new FilesView(calls),
            new PermissionsView(_iam, _lambda),
            new LogView(_logs),
            new QueryView(_traces, _logs));
        var aws = new AwsEndpoint(_identities, AwsServices, time);
        Aws = aws;
        _awsNames = [.. aws.ServiceNames];
        Api = new ApiEndpoint(_webSockets, apiGateway);
        Site = _cloudFront;
    }

    /// <summary>The services.</summary>
    public IReadOnlyList<IService> Services => _services;

    /// <summary>Those that have a wire protocol.</summary>
    public IReadOnlyList<IAwsService> AwsServices { get; }

    /// <summary>Every resource type of every service.</summary>
    public ResourceTypes ResourceTypes { get; }

    /// <summary>CloudFront.</summary>
    public IHttpEndpoint Site { get; }

    /// <summary>API Gateway.</summary>
    public IHttpEndpoint Api { get; }

    /// <summary>The wire protocols.</summary>
    public IHttpEndpoint Aws { get; }

    /// <summary>The runner's own page.</summary>
    public IHttpEndpoint Console => _console;

    /// <summary>What the ready message says of the services.</summary>
    public IEnumerable<(string Name, string Value)> ReadyRows => _services.SelectMany(service => service.ReadyRows);

    /// <summary>
    /// Begins what takes long, such as the database, so that it goes on beside everything else; but nothing that no resource needs.
    /// </summary>
    /// <param name="graph">What is provisioned.</param>
    public void Begin(ResourceGraph graph)
    {
        var used = graph.Nodes.Select(node => node.TypeName).ToHashSet();
        foreach (var service in _services.Where(service => service.ResourceTypes.Any(type => used.Contains(type.Name))))
        {
            service.Begin();
        }
    }

    /// <summary>
    /// Provisions every resource of every stack and collects everything that is refused, before anything is started: the one check of
    /// the templates, of <c>--explain</c> and of a start.
    /// </summary>
    public CheckedTemplates Check()
    {
        var check = new TemplateCheck(_assembly, ResourceTypes).Run();
        var graph = new ResourceGraph(_assembly, ResourceTypes, _endpoints);
        graph.Refuse(check.Refusals);
        graph.TryAll();
        return new(graph, graph.Refused, check.Ignored);
    }

    /// <summary>Provisions every resource of every stack.</summary>
    /// <exception cref="StartupException">Something in them is refused.</exception>
    public ResourceGraph Provision()
    {
        var graph = Check().OrThrow();
        _console.Show(graph);
        _iam.Explain(graph);
        if (_isFirst)
        {
            Progress.Say($"{_assembly.Stacks.Count} stacks, {graph.Nodes.Count()} resources");
        }

        return graph;
    }

    /// <summary>Returns once every service answers.</summary>
    public Task StartAsync(CancellationToken cancellation) => Task.WhenAll(_services.Select(service => _isFirst
        ? Progress.StepAsync(service.Name, () => service.StartAsync(cancellation))
        : service.StartAsync(cancellation)));

    /// <summary>From now on the requests come here.</summary>
    public void TakeOver()
    {
        foreach (var service in _services)
        {
            service.TakeOver();
        }
    }

    /// <summary>The endpoints serve; see <see cref="IService.BeginWork"/>.</summary>
    public void BeginWork()
    {
        foreach (var service in _services)
        {
            service.BeginWork();
        }
    }

    /// <summary>Begins nothing by itself any more; see <see cref="IService.PauseAsync"/>.</summary>
    public Task PauseAsync() => Task.WhenAll(_services.Select(service => service.PauseAsync()));

    /// <summary>Ends what is this cloud's own and no other's; see <see cref="IService.RetireAsync"/>.</summary>
    public async Task RetireAsync()
    {
        foreach (var service in _services.Reverse())
        {
            await service.RetireAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.Reverse())
        {
            await service.DisposeAsync();
        }
    }
}
