using System.Globalization;
using System.Security.Cryptography;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Facts;
using Lexicon.Local.Lambda.RuntimeApi;
using Lexicon.Local.Lambda.SystemLogs;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// One execution environment: a process that is started with the first invocation, or ahead of it, and works on one invocation at a time
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html).
/// </summary>
internal sealed class ExecutionEnvironment : IDisposable
{
    private readonly SandboxServices _services;
    private readonly EnvironmentPool _pool;
    private readonly FunctionVersion _version;
    private readonly EnvironmentLog _log;
    private readonly InitPhase _initPhase;
    private readonly InvokePhase _invokePhase;
    private readonly MemoryGauge _memory = new();
    private readonly TimeProvider _time;
    private readonly string _stream;
    private readonly DateTimeOffset _created;
    private int _invocations;
    private int _peakMemory;
    private RuntimeProcess? _runtime;
    private Freezer? _freezer;
    private MemoryWatch? _watch;

    /// <param name="version">What runs in it.</param>
    /// <param name="initializationType">Why there is one more.</param>
    /// <param name="services">Whose help it needs.</param>
    /// <param name="pool">Where it belongs.</param>
    public ExecutionEnvironment(FunctionVersion version, string initializationType, SandboxServices services, EnvironmentPool pool)
    {
        _version = version;
        _services = services;
        _pool = pool;
        _time = services.Debugger.ClockFor(version.Configuration.Name);
        var logging = version.Configuration.Logging;
        var owner = logging.IsOwnGroup ? "" : version.Configuration.Name;
        _created = services.Time.GetUtcNow();
        var stream = string.Create(
            CultureInfo.InvariantCulture,
            $"{_created:yyyy/MM/dd}/{owner}[{version.Version}]{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        _stream = stream;
        ISystemLog format = logging.Json
            ? new JsonSystemLog(version, stream, initializationType, services.Time)
            : new TextSystemLog(version, services.Time);
        _log = new EnvironmentLog(services.Logs, logging.Group, stream, format);
        _initPhase = new InitPhase(version, stream, initializationType, services, _log);
        _invokePhase = new InvokePhase(_time);
    }

    public FunctionVersion Version => _version;

    /// <summary>When it was last released, as the pool's clock counts.</summary>
    public long IdleSince { get; set; }

    /// <summary>Whether its runtime waits for an invocation.</summary>
    public bool IsUsable => _runtime is { Session.IsReady: true };

    /// <summary>Whether a debugger is awaited or attached.</summary>
    public bool IsDebugged => _services.Debugger.IsHeld(_version.Configuration.Name);

    /// <summary>What is to be seen of it.</summary>
    public EnvironmentFacts Describe(EnvironmentState state) => new(
        _version.Configuration.Name,
        _version.Version,
        _stream,
        state is EnvironmentState.Warm && _freezer is { IsFrozen: true } ? EnvironmentState.Frozen : state,
        _created,
        _invocations,
        _peakMemory);

    /// <summary>Gets ready ahead of any invocation.</summary>
    /// <returns>False when it did not: its log has the reason.</returns>
    public async Task<bool> InitializeAheadAsync()
    {
        _log.Begin();
        _log.InitStart();
        return (await InitializeAsync("init", InitPhase.Limit)).Failure is null;
    }

    /// <summary>Runs an invocation to its very end, which may be a while after its caller got the response.</summary>
    /// <returns>Null when its process had gone before the invocation reached it: another environment must take it.</returns>
    public Task<InvokeResponse?> InvokeAsync(Invocation invocation)
    {
        _log.Begin();
        return _runtime is null ? StartAndRunAsync(invocation) : RunAsync(invocation, init: null, spent: TimeSpan.Zero);
    }

    /// <summary>Nothing to do until the next invocation. A frozen process would not let a debugger in.</summary>
    public void Rest()
    {
        if (!_services.Debugger.IsDebugged(_version.Configuration.Name))
        {
            _freezer?.Idle();
        }
    }

    public void Dispose()
    {
        _freezer?.Dispose();
        _watch?.Dispose();
        _runtime?.Dispose();
    }

    private async Task<InvokeResponse?> StartAndRunAsync(Invocation invocation)
    {
        _log.InitStart();
        var init = await InitializeAsync("init", InitPhase.Limit);
        if (init.Failure is null)
        {
            return await RunAsync(invocation, init.Duration, spent: TimeSpan.Zero);
        }

        // An init phase that fails is tried once more within the invocation, whose timeout then holds for both.
        var again = await InitializeAsync("invoke", _version.Configuration.Timeout);
        if (again.Failure is null)
        {
            return await RunAsync(invocation, init: null, spent: again.Duration);
        }

        _log.Start(invocation.RequestId);
        return Conclude(invocation, again.Duration, init: null, response: null, again.Failure);
    }

    private async Task<(TimeSpan Duration, InvocationFailure? Failure)> InitializeAsync(string phase, TimeSpan limit)
    {
        using var span = Spans.Begin($"Lambda starts {_version.Configuration.Name}");
        var begin = _time.GetTimestamp();
        var (started, failure) = _initPhase.Start();
        if (started is not null)
        {
            Own(started);
            failure = await _initPhase.WaitAsync(started, limit);
        }

        var duration = _time.GetElapsedTime(begin);
        if (failure is not null)
        {
            span.Fail(failure.Summary);
            Dispose();
        }

        _pool.OnInitialized(this);
        _log.InitReport(new InitReport(duration, phase, failure));
        return (duration, failure);
    }

    private void Own(RuntimeProcess started)
    {
        _runtime = started;
        _watch = new MemoryWatch(started.Sandbox, _services.Time);
        _freezer = new Freezer(started.Sandbox, _watch, _services.Time);
        Background.StartTask($"Releasing a process of {_version.Configuration.Name}", async () =>
        {
            await started.Exited;
            _pool.OnExit(this);
        });
        if (IsDebugged)
        {
            // Who waits for a person takes no other environment's turn to start.
            _pool.OnInitialized(this);
        }
    }

    /// <summary>Hands the invocation to the runtime and waits for its end.</summary>
    /// <param name="invocation">What to run.</param>
    /// <param name="init">How long the init phase before it took; null where there was none of its own.</param>
    /// <param name="spent">What an init phase within the invocation has used of its time.</param>
    private async Task<InvokeResponse?> RunAsync(Invocation invocation, TimeSpan? init, TimeSpan spent)
    {
        _freezer!.Wake();
        var timeout = _version.Configuration.Timeout;
        var rest = timeout > spent ? timeout - spent : TimeSpan.Zero;
        var fresh = init is not null || spent > TimeSpan.Zero;
        if (!_runtime!.Session.IsReady && !fresh)
        {
            return null;
        }

        invocation.Deadline = _services.Time.GetUtcNow() + _services.Debugger.TimeLeft(_version.Configuration.Name, rest);
        var begin = _time.GetTimestamp();
        _log.Start(invocation.RequestId);
        var dispatched = _runtime.Session.TryDispatch(invocation);
        if (!dispatched && !fresh)
        {
            return null;
        }

        var (response, failure) = await _invokePhase.RunAsync(_runtime, invocation, dispatched, rest);
        return Conclude(invocation, spent + _time.GetElapsedTime(begin), init, response, failure);
    }

    // What is mapped from files counts for a process, and not for its environment.
    private int MaxMemoryUsed(InvocationFailure? failure)
    {
        var size = _version.Configuration.MemorySize;
        return failure is { IsOutOfMemory: true } ? size : Math.Min(_memory.Read(_runtime), size);
    }

    private InvokeResponse Conclude(
        Invocation invocation, TimeSpan duration, TimeSpan? init, FunctionResponse? response, InvocationFailure? failure)
    {
        _runtime?.Drain();

        // What the runtime itself reports it also logs itself.
        if (failure is { Document: null })
        {
            _log.Failure(invocation.RequestId, failure);
        }

        // The caller sees no more than a 502. What is interrupted by the end of the runner did not fail.
        if (failure is not null && !_pool.IsClosed)
        {
            _services.Warn($"{_version.Configuration.Name} {failure.Summary}; its log: {_log.File}");
        }

        var report = new InvocationReport
        {
            RequestId = invocation.RequestId,
            Duration = duration,
            InitDuration = init,
            MemorySize = _version.Configuration.MemorySize,
            MaxMemoryUsed = MaxMemoryUsed(failure),
            Failure = failure,
            ProducedBytes = response?.Payload.Length ?? 0,
            Trace = _version.Configuration.TracesActively ? invocation.Trace : null,
        };
        _log.End(report);
        _log.Report(report);
        Remember(report, response);
        return invocation.ToInvokeResponse(
            response ?? new FunctionResponse(failure!.Payload(invocation.RequestId), failure.ErrorType),
            invocation.WantsLog ? _log.Tail() : "");
    }

    private void Remember(InvocationReport report, FunctionResponse? response)
    {
        _invocations++;
        _peakMemory = report.MaxMemoryUsed;
        InvocationFacts facts = new(
            report.RequestId,
            _services.Time.GetUtcNow(),
            report.Duration,
            report.InitDuration,
            report.BilledMilliseconds,
            report.MaxMemoryUsed,
            report.Failure?.Summary ?? response?.ErrorType);
        _pool.History.Add(_version.Configuration.Name, facts, _version.Configuration.MemorySize);
    }
}
