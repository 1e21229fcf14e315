using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Debugging;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Api;
using Lexicon.Local.Lambda.Asynchronous;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Destinations;
using Lexicon.Local.Lambda.EventSources;
using Lexicon.Local.Lambda.Facts;
using Lexicon.Local.Lambda.Pipeline;
using Lexicon.Local.Lambda.Resources;
using Lexicon.Local.Lambda.Sandbox;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda;

/// <summary>AWS Lambda: the functions of the templates, each in processes of its own, invoked by services and over HTTP.</summary>
internal sealed class LambdaService : IService, IFunctions, IFunctionsView, IAwsService
{
    private readonly Functions _functions = new();
    private readonly CodePackages _packages;
    private readonly Sandboxes _sandboxes;
    private readonly EnvironmentPool _pool;
    private readonly EventQueue _events;
    private readonly EventOutlets _outlets;
    private readonly DeadLetterCheck _deadLetters;
    private readonly EventSourceMappings _mappings;
    private readonly IDebugger _debugger;
    private readonly IHolds? _holds;
    private readonly InvokePipeline _pipeline;
    private readonly LambdaApi _api;

    /// <summary>Wires the service; starts nothing.</summary>
    /// <param name="settings">Where the data is, and how much may run at once.</param>
    /// <param name="endpoints">Where functions find the services.</param>
    /// <param name="assets">Their code.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="children">Starts processes.</param>
    /// <param name="logs">Where functions log.</param>
    /// <param name="services">Where events come from and go to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="debugger">The function that waits for a debugger, if there is one.</param>
    /// <param name="warn">Takes a line for the person at the terminal.</param>
    /// <param name="before">Whose execution environments and waiting events this one continues with.</param>
    /// <param name="holds">Lets an invocation wait before its function or after it; null: none waits.</param>
    public LambdaService(
        Settings settings,
        Endpoints endpoints,
        IAssets assets,
        IIdentities identities,
        IChildProcesses children,
        ILogs logs,
        EventServices services,
        TimeProvider time,
        IDebugger debugger,
        Action<string> warn,
        LambdaService? before = null,
        IHolds? holds = null)
    {
        _debugger = debugger;
        _holds = holds;
        holds?.Declare(InvokeHold.Service, InvokeHold.Steps);
        _packages = before?._packages ?? new CodePackages(Path.Combine(settings.Data, "lambda"));
        _sandboxes = before?._sandboxes ?? new Sandboxes(settings, endpoints, children, _packages, debugger);
        _pool = before?._pool ?? new EnvironmentPool(
            settings.Concurrency,
            new SandboxServices(
                _sandboxes, new NetworkRefusals(warn), identities, logs, _packages, endpoints, time, debugger, warn));
        _deadLetters = new DeadLetterCheck(services.Queues, services.Topics);
        var destinations = new DestinationSender(services, new FunctionDestination(_functions, this, identities));
        _outlets = new EventOutlets(
            new DeadLetters(services.Queues, services.Topics), new InvocationRecords(destinations, time));
        _events = before?._events ?? new EventQueue(this, _outlets, time);
        _pipeline = new InvokePipeline(_functions, identities, _events, _pool, time, holds);
        _mappings = new EventSourceMappings(
            new MappingServices(
                _functions,
                this,
                services.Streams,
                services.Queues,
                destinations,
                time,
                settings.Concurrency,
                Path.Combine(settings.Data, "lambda", "event-sources")),
            before?._mappings);
        _api = new LambdaApi(_functions, identities, _pipeline, new MappingApi(_mappings, identities));
        ResourceTypes =
        [
            new FunctionType(_functions, assets, identities, _deadLetters),
            new PermissionType(_functions, identities),
            new VersionType(_functions),
            new AliasType(_functions),
            new EventInvokeConfigType(_functions),
            new EventSourceMappingType(_mappings, time),
        ];
    }

    public string Name => "Lambda";

    public string SigningName => "lambda";

    public IEnumerable<string> Operations => [.. LambdaApi.Operations, .. MappingApi.Operations];

    public AwsError InternalError => new(500, "ServiceException", "An error occurred and the request cannot be processed.");

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public IEnumerable<(string Name, string Value)> ReadyRows =>
        _functions.All.Any() && _sandboxes.Missing is { } missing ? [("Sandbox", missing)] : [];

    public Task StartAsync(CancellationToken cancellation)
    {
        _ = _sandboxes.Missing;
        _debugger.Choose(_functions.All.Select(function => function.Configuration));
        foreach (var function in _functions.All)
        {
            _deadLetters.Run(function.Configuration);
            _packages.TaskRoot(function.Configuration.Code);
        }

        return _mappings.PrepareAsync(cancellation);
    }

    public void TakeOver()
    {
        _events.Serve(this, _outlets);
        _pool.KeepOnly(_functions.All.SelectMany(function => function.Versions).Select(version => version.Identity).ToHashSet());
    }

    public void BeginWork()
    {
        _pool.Provision(new ProvisionedConcurrency(_functions.All.SelectMany(function => function.Provisioned)));
        _mappings.TakeOver();
    }

    public Task PauseAsync() => _mappings.StopAsync();

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
        _pipeline.InvokeAsync(request, cancellation);

    public TimeProvider TimeoutClock(string functionArn, TimeProvider own) =>
        FunctionReference.Parse(functionArn) is { } reference && _debugger.IsDebugged(reference.Name) ? _debugger.CallerClock
            : _holds is { IsWanted: true } ? _holds.CallerClock
            : own;

    IReadOnlyList<FunctionFacts> IFunctionsView.Functions =>
    [
        .. _functions.All.Select(function => function.Configuration).Select(one => new FunctionFacts(
            one.Name, one.LogicalId, one.Description, one.Runtime, one.MemorySize, one.Timeout, one.Role, one.Logging.Group)),
    ];

    IReadOnlyList<EnvironmentFacts> IFunctionsView.Environments => _pool.Describe();

    IReadOnlyList<InvocationFacts> IFunctionsView.InvocationsOf(string function) => _pool.History.Of(function);

    FunctionUsage IFunctionsView.UsageOf(string function) => _pool.History.UsageOf(function);

    public async ValueTask DisposeAsync()
    {
        await _mappings.DisposeAsync();
        await _events.DisposeAsync();
        await _pool.DisposeAsync();
        _sandboxes.Dispose();
    }
}
