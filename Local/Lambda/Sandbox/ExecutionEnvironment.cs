using System.Globalization;
using System.Security.Cryptography;
using Lexicon.Local.Debugging;
using Lexicon.Local.Lambda.RuntimeApi;
using Lexicon.Local.Lambda.SystemLogs;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// One execution environment: a process that is started with the first invocation and works on one invocation at a time
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html).
/// </summary>
internal sealed class ExecutionEnvironment : IDisposable
{
    private readonly SandboxServices _services;
    private readonly FunctionVersion _version;
    private readonly EnvironmentLog _log;
    private readonly InitPhase _initPhase;
    private readonly MemoryGauge _memory = new();
    private readonly TimeProvider _time;
    private RuntimeProcess? _runtime;
    private Freezer? _freezer;

    public ExecutionEnvironment(FunctionVersion version, SandboxServices services)
    {
        _version = version;
        _services = services;
        _time = services.Debugged.ClockFor(version.Configuration.Name);
        var logging = version.Configuration.Logging;
        var owner = logging.IsOwnGroup ? "" : version.Configuration.Name;
        var stream = string.Create(
            CultureInfo.InvariantCulture,
            $"{services.Time.GetUtcNow():yyyy/MM/dd}/{owner}[{version.Version}]{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        ISystemLog format = logging.Json ? new JsonSystemLog(version, stream, services.Time) : new TextSystemLog(version, services.Time);
        _log = new EnvironmentLog(services.Logs, logging.Group, stream, format);
        _initPhase = new InitPhase(version, stream, services, _log);
    }

    public FunctionVersion Version => _version;

    /// <summary>When it was last released, as the pool's clock counts.</summary>
    public long IdleSince { get; set; }

    /// <summary>Whether its runtime waits for an invocation.</summary>
    public bool IsUsable => _runtime is { Session.IsReady: true };

    /// <summary>Whether a debugger is awaited or attached.</summary>
    public bool IsDebugged => _time is HeldTime { IsHeld: true };

    /// <summary>Called when an init phase is over, well or not.</summary>
    public Action<ExecutionEnvironment>? OnInitialized { get; set; }

    /// <summary>Called when the process ends, whenever that is.</summary>
    public Action<ExecutionEnvironment>? OnExit { get; set; }

    /// <summary>Runs an invocation to its very end, which may be a while after it was answered.</summary>
    /// <returns>Null when its process had gone before the invocation reached it: another environment must take it.</returns>
    public async Task<InvokeResponse?> InvokeAsync(InvocationRequest request)
    {
        _log.Begin();
        if (_runtime is not null)
        {
            return await RunAsync(request, init: null, spent: TimeSpan.Zero);
        }

        _log.InitStart();
        var init = await InitializeAsync("init", InitPhase.Limit);
        if (init.Failure is null)
        {
            return await RunAsync(request, init.Duration, spent: TimeSpan.Zero);
        }

        // An init phase that fails is tried once more within the invocation, whose timeout then holds for both.
        var again = await InitializeAsync("invoke", _version.Configuration.Timeout);
        if (again.Failure is null)
        {
            return await RunAsync(request, init: null, spent: again.Duration);
        }

        _log.Start(request.ToEvent(_services.Time.GetUtcNow()));
        return Conclude(request, again.Duration, init: null, answer: null, again.Failure);
    }

    /// <summary>Nothing to do until the next invocation. A frozen process would not let a debugger in.</summary>
    public void Rest()
    {
        if (_time is not HeldTime)
        {
            _freezer?.Idle();
        }
    }

    public void Dispose()
    {
        _freezer?.Dispose();
        _runtime?.Dispose();
    }

    private async Task<(TimeSpan Duration, InvocationFailure? Failure)> InitializeAsync(string phase, TimeSpan limit)
    {
        var begin = _time.GetTimestamp();
        var failure = await _initPhase.RunAsync(limit, Own);
        var duration = _time.GetElapsedTime(begin);
        if (failure is not null)
        {
            Dispose();
        }

        OnInitialized?.Invoke(this);
        _log.InitReport(new InitReport(duration, phase, failure));
        return (duration, failure);
    }

    private void Own(RuntimeProcess started)
    {
        _runtime = started;
        _freezer = new Freezer(started.Process, _services.Time);
        _ = started.Exited.ContinueWith(_ => OnExit?.Invoke(this), TaskScheduler.Default);
        if (IsDebugged)
        {
            // Who waits for a person takes no other environment's turn to start.
            OnInitialized?.Invoke(this);
        }
    }

    /// <summary>Hands the invocation to the runtime and waits for its end.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="init">How long the init phase before it took; null where there was none of its own.</param>
    /// <param name="spent">What an init phase within the invocation has used of its time.</param>
    private async Task<InvokeResponse?> RunAsync(InvocationRequest request, TimeSpan? init, TimeSpan spent)
    {
        _freezer!.Wake();
        var timeout = _version.Configuration.Timeout;
        var rest = timeout > spent ? timeout - spent : TimeSpan.Zero;
        var fresh = init is not null || spent > TimeSpan.Zero;
        if (!_runtime!.Session.IsReady && !fresh)
        {
            return null;
        }

        var next = request.ToEvent(_services.Time.GetUtcNow() + (IsDebugged ? HeldTime.TimeLeftWhileHeld : rest));
        var begin = _time.GetTimestamp();
        _log.Start(next);
        var dispatched = _runtime.Session.Dispatch(next);
        if (dispatched is null && !fresh)
        {
            return null;
        }

        // Who wants the log waits until it is written.
        Action<FunctionResponse>? early = request.WantsLog ? null : answer => request.Answer(Result(request, answer));
        var (answer, failure) = await new InvokePhase(_runtime, _version, _time).RunAsync(dispatched, rest, early);
        return Conclude(request, spent + _time.GetElapsedTime(begin), init, answer, failure);
    }

    private InvokeResponse Conclude(
        InvocationRequest request, TimeSpan duration, TimeSpan? init, FunctionResponse? answer, InvocationFailure? failure)
    {
        _runtime?.Drain();

        // What the runtime itself reports it also logs itself.
        if (failure is { Document: null })
        {
            _log.Failure(request.RequestId, failure);
        }

        if (failure is not null)
        {
            // The caller sees no more than a 502.
            _services.Warn($"{_version.Configuration.Name} {failure.Summary}; its log: {_log.File}");
        }

        var report = new InvocationReport
        {
            RequestId = request.RequestId,
            Duration = duration,
            InitDuration = init,
            MemorySize = _version.Configuration.MemorySize,
            MaxMemoryUsed = _memory.Read(_runtime),
            Failure = failure,
            ProducedBytes = answer?.Payload.Length ?? 0,
            Trace = _version.Configuration.TracesActively ? request.Trace : null,
        };
        _log.End(report);
        _log.Report(report);
        return Result(request, answer ?? new FunctionResponse(failure!.Payload(request.RequestId), failure.ErrorType));
    }

    private InvokeResponse Result(InvocationRequest request, FunctionResponse answer) => new(
        answer.Payload,
        request.RequestId,
        answer.ErrorType is null ? null : "Unhandled",
        _version.Version,
        request.WantsLog ? _log.Tail() : "");
}
