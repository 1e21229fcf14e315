using System.Runtime.CompilerServices;
using System.Text;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Debugging;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Api;
using Lexicon.Local.Lambda.Asynchronous;
using Lexicon.Local.Lambda.Resources;
using Lexicon.Local.Lambda.Sandbox;
using Lexicon.Local.Sqs;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda;

/// <summary>AWS Lambda: the functions of the templates, each in processes of its own, invoked by services and over HTTP.</summary>
internal sealed class LambdaService : IService, IFunctions, IAwsService
{
    // What API Gateway calls its sessions of a role.
    private const string SessionOfAService = "BackplaneAssumeRoleSession";

    private readonly Functions _functions = new();
    private readonly CodePackages _packages;
    private readonly EnvironmentPool _pool;
    private readonly IAssets _assets;
    private readonly IIdentities _identities;
    private readonly IQueues _queues;
    private readonly TimeProvider _time;
    private readonly DebuggedFunction _debugged;
    private readonly EventQueue _events;
    private readonly DeadLetterCheck _deadLetterCheck;
    private readonly LambdaApi _api;
    private readonly StrongBox<bool> _ending;

    /// <summary>Wires the service; starts nothing.</summary>
    /// <param name="settings">Where the data is, and how much may run at once.</param>
    /// <param name="endpoints">Where functions find the services.</param>
    /// <param name="assets">Their code.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="children">Starts processes.</param>
    /// <param name="logs">Where functions log.</param>
    /// <param name="queues">Where dead letters go.</param>
    /// <param name="time">The clock.</param>
    /// <param name="debugged">The function that waits for a debugger, if there is one.</param>
    /// <param name="tell">Takes a line for the person at the terminal.</param>
    /// <param name="before">Whose execution environments and waiting events this one goes on with.</param>
    public LambdaService(
        Settings settings,
        Endpoints endpoints,
        IAssets assets,
        IIdentities identities,
        IChildProcesses children,
        ILogs logs,
        IQueues queues,
        TimeProvider time,
        DebuggedFunction debugged,
        Action<string> tell,
        LambdaService? before = null)
    {
        _debugged = debugged;
        _assets = assets;
        _identities = identities;
        _queues = queues;
        _time = time;
        _ending = before?._ending ?? new StrongBox<bool>();
        _packages = before?._packages ?? new CodePackages(Path.Combine(settings.Data, "lambda"));

        // What is still at work when the runner ends is ended by it.
        void Tell(string line)
        {
            if (!_ending.Value)
            {
                tell(line);
            }
        }

        _pool = before?._pool ?? new EnvironmentPool(
            settings.Concurrency, new SandboxServices(children, identities, logs, _packages, endpoints, time, debugged, Tell));
        _events = before?._events ?? new EventQueue(this, queues, time);
        _deadLetterCheck = new DeadLetterCheck(queues);
        _api = new LambdaApi(this, new EventInvoker(_functions, _events), _functions, identities);
    }

    public string Name => "Lambda";

    public string SigningName => "lambda";

    public AwsError InternalError => new(500, "ServiceException", "An error occurred and the request cannot be processed.");

    public IEnumerable<IResourceType> ResourceTypes =>
    [
        new FunctionType(_functions, _assets, _identities),
        new PermissionType(_functions, _identities),
        new VersionType(_functions),
        new AliasType(_functions),
        new EventInvokeConfigType(_functions),
    ];

    public Task StartAsync(CancellationToken cancellation)
    {
        _debugged.Choose(_functions.All.Select(function => function.Configuration));
        foreach (var function in _functions.All)
        {
            _deadLetterCheck.Run(function.Configuration);
            _packages.TaskRoot(function.Configuration.Code);
        }

        return Task.CompletedTask;
    }

    public void TakeOver()
    {
        _events.Serve(this, _queues);
        _pool.KeepOnly(_functions.All.SelectMany(function => function.Versions).Select(version => version.Identity).ToHashSet());
    }

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public Task<InvokeResponse> InvokeAsync(
        string functionArn, ReadOnlyMemory<byte> payload, InvokeRequest invocation, CancellationToken cancellation)
    {
        var reference = FunctionReference.Parse(functionArn)
            ?? throw new LambdaServiceException("ResourceNotFoundException", 404, $"Function not found: {functionArn}");
        var version = _functions.Route(reference, Random.Shared.NextDouble());
        Authorize(reference, version.Function, invocation);
        PayloadLimit.RequestResponse.Check(payload.Length);
        var clientContext = Decode(invocation.ClientContext);
        if (!version.Function.TryEnter())
        {
            throw new LambdaServiceException("TooManyRequestsException", 429, "Rate Exceeded.")
            {
                Reason = "ReservedFunctionConcurrentInvocationLimitExceeded",
            };
        }

        var request = new InvocationRequest
        {
            RequestId = invocation.RequestId ?? Guid.NewGuid().ToString(),
            Payload = payload,
            InvokedArn = reference.Arn,
            Trace = TraceHeader.Continue(invocation.TraceHeader, version.Configuration.TracesActively, _time.GetUtcNow()),
            ClientContext = clientContext,
            WantsLog = invocation.WantsLog,
        };

        // The caller may give up waiting; the invocation goes on.
        _ = RunAsync(version, request);
        return request.Reply.WaitAsync(cancellation);
    }

    public TimeProvider TimeoutClock(string functionArn, TimeProvider own) =>
        FunctionReference.Parse(functionArn) is { } reference && _debugged.IsDebugged(reference.Name) ? _debugged.CallerClock : own;

    public async ValueTask DisposeAsync()
    {
        _ending.Value = true;
        await _events.DisposeAsync();
        await _pool.DisposeAsync();
    }

    private static string? Decode(string? clientContext)
    {
        try
        {
            return clientContext is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(clientContext));
        }
        catch (FormatException)
        {
            throw new LambdaServiceException(
                "InvalidRequestContentException", 400, "Client context must be a valid Base64-encoded JSON object.");
        }
    }

    private void Authorize(FunctionReference reference, Function function, InvokeRequest invocation)
    {
        if (invocation.ServicePrincipal is not { } principal)
        {
            return;
        }

        var caller = invocation.RoleArn is { } role ? Assumed(role, principal) : Caller.Service(principal);
        var access = new AccessRequest(caller, "lambda:InvokeFunction", reference.Arn)
        {
            Context = caller.RoleArn is not null ? new Dictionary<string, IReadOnlyList<string>>()
                : invocation.SourceArn is { } source
                ? new Dictionary<string, IReadOnlyList<string>> { ["aws:SourceArn"] = [source], ["aws:SourceAccount"] = [Account.Id] }
                : new Dictionary<string, IReadOnlyList<string>> { ["aws:SourceAccount"] = [Account.Id] },
        };
        var decision = _identities.Authorize(access, function.Policy(reference.Qualifier).Document);
        if (!decision.Allowed)
        {
            throw new LambdaServiceException("AccessDeniedException", 403, decision.Message);
        }
    }

    /// <summary>A session of the role, which must trust the service that assumes it.</summary>
    private Caller Assumed(string role, string principal)
    {
        var assumption = _identities.AuthorizeAssumption(Caller.Service(principal), role);
        return assumption.Allowed
            ? new(Account.GlobalArn("sts", $"assumed-role/{role[(role.LastIndexOf('/') + 1)..]}/{SessionOfAService}"), role)
            : throw new LambdaServiceException("AccessDeniedException", 403, assumption.Message);
    }

    /// <summary>
    /// Finds an environment, runs the invocation to its end and answers it, unless it was answered on the way. The answer
    /// comes last, so that a caller's next request finds the environment and its place in the reserved concurrency free.
    /// </summary>
    private async Task RunAsync(FunctionVersion version, InvocationRequest request)
    {
        InvokeResponse? result = null;
        Exception? failure = null;
        try
        {
            while (result is null)
            {
                var environment = await _pool.AcquireAsync(version);
                try
                {
                    result = await environment.InvokeAsync(request);
                }
                finally
                {
                    _pool.Release(environment);
                }
            }
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            // Whatever it is, it is the caller's to hear of; nobody else waits for this task.
            failure = unexpected;
        }

        version.Function.Leave();
        if (result is not null)
        {
            request.Answer(result);
        }
        else
        {
            request.Fail(failure!);
        }
    }
}
