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
    private readonly SandboxServices services;
    private readonly FunctionVersion version;
    private readonly EnvironmentLog log;
    private readonly InitPhase initPhase;
    private readonly MemoryGauge memory = new();
    private readonly TimeProvider clock;
    private RuntimeProcess? runtime;
    private Freezer? freezer;

    public ExecutionEnvironment(FunctionVersion version, SandboxServices services)
    {
        this.version = version;
        this.services = services;
        clock = services.Debugged.ClockOf(version.Configuration.Name);
        var logging = version.Configuration.Logging;
        var owner = logging.IsOwnGroup ? "" : version.Configuration.Name;
        var stream = string.Create(
            CultureInfo.InvariantCulture,
            $"{services.Time.GetUtcNow():yyyy/MM/dd}/{owner}[{version.Version}]{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        ISystemLog format = logging.Json ? new JsonSystemLog(version, stream, services.Time) : new TextSystemLog(version, services.Time);
        log = new EnvironmentLog(services.Logs, logging.Group, stream, format);
        initPhase = new InitPhase(version, stream, services, log);
    }

    public FunctionVersion Version => version;

    /// <summary>When it was last released, as the pool's clock counts.</summary>
    public long IdleSince { get; set; }

    /// <summary>Whether its runtime waits for an invocation.</summary>
    public bool IsUsable => runtime is { Session.IsReady: true };

    /// <summary>Whether a debugger is awaited or attached.</summary>
    public bool IsDebugged => clock is HeldTime { IsHeld: true };

    /// <summary>Called when an init phase is over, well or not.</summary>
    public Action<ExecutionEnvironment>? OnInitialized { get; set; }

    /// <summary>Called when the process ends, whenever that is.</summary>
    public Action<ExecutionEnvironment>? OnExit { get; set; }

    /// <summary>Runs an invocation to its very end, which may be a while after it was answered.</summary>
    /// <returns>Null when its process had gone before the invocation reached it: another environment must take it.</returns>
    public async Task<InvocationResult?> InvokeAsync(InvocationRequest request)
    {
        log.Begin();
        if (runtime is not null)
        {
            return await RunAsync(request, init: null, spent: TimeSpan.Zero);
        }

        log.InitStart();
        var init = await InitializeAsync("init", InitPhase.Limit);
        if (init.Failure is null)
        {
            return await RunAsync(request, init.Duration, spent: TimeSpan.Zero);
        }

        // An init phase that fails is tried once more within the invocation, whose timeout then holds for both.
        var again = await InitializeAsync("invoke", version.Configuration.Timeout);
        if (again.Failure is null)
        {
            return await RunAsync(request, init: null, spent: again.Duration);
        }

        log.Start(request.ToEvent(services.Time.GetUtcNow()));
        return Conclude(request, again.Duration, init: null, answer: null, again.Failure);
    }

    /// <summary>Nothing to do until the next invocation. A frozen process would not let a debugger in.</summary>
    public void Rest()
    {
        if (clock is not HeldTime)
        {
            freezer?.Idle();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        freezer?.Dispose();
        runtime?.Dispose();
    }

    private async Task<(TimeSpan Duration, InvocationFailure? Failure)> InitializeAsync(string phase, TimeSpan limit)
    {
        var begin = clock.GetTimestamp();
        var failure = await initPhase.RunAsync(limit, Own);
        var duration = clock.GetElapsedTime(begin);
        if (failure is not null)
        {
            Dispose();
        }

        OnInitialized?.Invoke(this);
        log.InitReport(new InitReport(duration, phase, failure));
        return (duration, failure);
    }

    private void Own(RuntimeProcess started)
    {
        runtime = started;
        freezer = new Freezer(started.Process, services.Time);
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
    private async Task<InvocationResult?> RunAsync(InvocationRequest request, TimeSpan? init, TimeSpan spent)
    {
        freezer!.Wake();
        var timeout = version.Configuration.Timeout;
        var rest = timeout > spent ? timeout - spent : TimeSpan.Zero;
        var fresh = init is not null || spent > TimeSpan.Zero;
        if (!runtime!.Session.IsReady && !fresh)
        {
            return null;
        }

        var next = request.ToEvent(services.Time.GetUtcNow() + (IsDebugged ? HeldTime.Patience : rest));
        var begin = clock.GetTimestamp();
        log.Start(next);
        var dispatched = runtime.Session.Dispatch(next);
        if (dispatched is null && !fresh)
        {
            return null;
        }

        // Who wants the log waits until it is written.
        Action<RuntimeAnswer>? early = request.WantsLog ? null : answer => request.Answer(Result(request, answer));
        var (answer, failure) = await new InvokePhase(runtime, version, clock).RunAsync(dispatched, rest, early);
        return Conclude(request, spent + clock.GetElapsedTime(begin), init, answer, failure);
    }

    private InvocationResult Conclude(
        InvocationRequest request, TimeSpan duration, TimeSpan? init, RuntimeAnswer? answer, InvocationFailure? failure)
    {
        runtime?.Drain();

        // What the runtime itself reports it also logs itself.
        if (failure is { Document: null })
        {
            log.Failure(request.RequestId, failure);
        }

        if (failure is not null)
        {
            // The caller sees no more than a 502.
            services.Tell($"{version.Configuration.Name} {failure.Told}; its log: {log.File}");
        }

        var report = new InvocationReport
        {
            RequestId = request.RequestId,
            Duration = duration,
            InitDuration = init,
            MemorySize = version.Configuration.MemorySize,
            MaxMemoryUsed = memory.Read(runtime),
            Failure = failure,
            ProducedBytes = answer?.Payload.Length ?? 0,
            Trace = version.Configuration.TracesActively ? request.Trace : null,
        };
        log.End(report);
        log.Report(report);
        return Result(request, answer ?? new RuntimeAnswer(failure!.Payload(request.RequestId), failure.ErrorType));
    }

    private InvocationResult Result(InvocationRequest request, RuntimeAnswer answer) => new(
        answer.Payload,
        request.RequestId,
        answer.ErrorType is null ? null : "Unhandled",
        version.Version,
        request.WantsLog ? log.Tail() : "");
}
