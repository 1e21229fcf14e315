using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Lexicon.Local.Lambda.RuntimeApi;
using Lexicon.Local.Lambda.SystemLogs;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// One execution environment: a process that is started with the first invocation and works on one invocation at a time
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html).
/// </summary>
internal sealed class ExecutionEnvironment : IDisposable
{
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long an answer waits for the runtime to be ready again, so that the caller's next request finds it so and needs no
    /// environment of its own. A runtime asks for more work within microseconds; only one that works on holds this up.
    /// </summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(100);

    private readonly SandboxServices services;
    private readonly FunctionVersion version;
    private readonly EnvironmentLog log;
    private readonly string stream;
    private RuntimeProcess? runtime;
    private Freezer? freezer;
    private int peakMemory;
    private long memoryReadAt;

    public ExecutionEnvironment(FunctionVersion version, SandboxServices services)
    {
        this.version = version;
        this.services = services;
        var logging = version.Configuration.Logging;
        var owner = logging.IsOwnGroup ? "" : version.Configuration.Name;
        stream = string.Create(
            CultureInfo.InvariantCulture,
            $"{services.Time.GetUtcNow():yyyy/MM/dd}/{owner}[{version.Version}]{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        ISystemLog format = logging.Json ? new JsonSystemLog(version, stream, services.Time) : new TextSystemLog(version, services.Time);
        log = new EnvironmentLog(services.Logs, logging.Group, stream, format);
    }

    public FunctionVersion Version => version;

    /// <summary>When it was last released, as the pool's clock counts.</summary>
    public long IdleSince { get; set; }

    /// <summary>Whether its runtime waits for an invocation.</summary>
    public bool IsUsable => runtime is { Session.IsReady: true };

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
        var init = await InitializeAsync("init", InitLimit);
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

    /// <summary>Nothing to do until the next invocation.</summary>
    public void Rest() => freezer?.Idle();

    /// <inheritdoc/>
    public void Dispose()
    {
        freezer?.Dispose();
        runtime?.Dispose();
    }

    /// <summary>Starts the process and waits until it is ready for an invocation, as long as the limit allows.</summary>
    private async Task<(TimeSpan Duration, InvocationFailure? Failure)> InitializeAsync(string phase, TimeSpan limit)
    {
        var begin = services.Time.GetTimestamp();
        var failure = await StartAsync(limit);
        var duration = services.Time.GetElapsedTime(begin);
        if (failure is not null)
        {
            Dispose();
        }

        OnInitialized?.Invoke(this);
        log.InitReport(new InitReport(duration, phase, failure));
        return (duration, failure);
    }

    private async Task<InvocationFailure?> StartAsync(TimeSpan limit)
    {
        var function = version.Configuration;
        var taskRoot = services.Packages.TaskRoot(function.Code);
        var command = RuntimeCommand.Of(function, taskRoot);
        if (command.Flaw() is { } flaw)
        {
            return InvocationFailure.InvalidEntrypoint(flaw);
        }

        var credentials = services.Identities.Assume(function.Role, function.Name);
        var started = RuntimeProcess.Start(
            services.Children,
            function.Name,
            command,
            taskRoot,
            address => EnvironmentVariables.Of(version, stream, taskRoot, address, credentials, services.Endpoints.Aws),
            log.Line);
        runtime = started;
        freezer = new Freezer(started.Process, services.Time);
        _ = started.Exited.ContinueWith(_ => OnExit?.Invoke(this), TaskScheduler.Default);
        try
        {
            var end = await started.Session.Initialized.WaitAsync(limit, services.Time);
            return end.IsReady ? null
                : end.Error is { } error ? new InvocationFailure(error.ErrorType ?? "Runtime.Unknown", "") { Document = error.Payload }
                : InvocationFailure.Exit(await started.Exited);
        }
        catch (TimeoutException)
        {
            return InvocationFailure.Timeout(limit);
        }
    }

    /// <summary>The invoke phase.</summary>
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

        var next = request.ToEvent(services.Time.GetUtcNow() + rest);
        var begin = services.Time.GetTimestamp();
        log.Start(next);
        var dispatched = runtime.Session.Dispatch(next);
        if (dispatched is null && !fresh)
        {
            return null;
        }

        var (answer, failure) = await WaitAsync(request, dispatched, rest);
        return Conclude(request, spent + services.Time.GetElapsedTime(begin), init, answer, failure);
    }

    /// <summary>What becomes of the invocation: an answer, a failure, or both when the process fails after its answer.</summary>
    private async Task<(RuntimeAnswer? Answer, InvocationFailure? Failure)> WaitAsync(
        InvocationRequest request, Dispatched? dispatched, TimeSpan limit)
    {
        RuntimeAnswer? answer = null;
        var begin = services.Time.GetTimestamp();
        try
        {
            // A fresh runtime that could be handed nothing went away right after it was ready; another would do no better.
            answer = dispatched is null ? null : await dispatched.Answered.WaitAsync(limit, services.Time);
            return answer is not null && await FinishAsync(request, dispatched!, answer, limit - services.Time.GetElapsedTime(begin))
                ? (answer, null)
                : (answer, InvocationFailure.Exit(await runtime!.Exited.WaitAsync(limit, services.Time)));
        }
        catch (TimeoutException)
        {
            runtime!.Dispose();
            return (answer, InvocationFailure.Timeout(version.Configuration.Timeout));
        }
    }

    /// <summary>Waits until the runtime is ready again; the caller does not wait for a runtime that takes its time.</summary>
    private async Task<bool> FinishAsync(InvocationRequest request, Dispatched dispatched, RuntimeAnswer answer, TimeSpan rest)
    {
        if (dispatched.Finished.IsCompleted || request.WantsLog || rest <= Courtesy)
        {
            return await dispatched.Finished.WaitAsync(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, services.Time);
        }

        try
        {
            return await dispatched.Finished.WaitAsync(Courtesy, services.Time);
        }
        catch (TimeoutException)
        {
            request.Answer(Result(request, answer));
            return await dispatched.Finished.WaitAsync(rest - Courtesy, services.Time);
        }
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

        var report = new InvocationReport
        {
            RequestId = request.RequestId,
            Duration = duration,
            InitDuration = init,
            MemorySize = version.Configuration.MemorySize,
            MaxMemoryUsed = PeakMemory(),
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

    /// <summary>The peak so far; it is looked up again only now and then, since that costs as much as a small invocation.</summary>
    private int PeakMemory()
    {
        if (runtime is not null && (peakMemory == 0 || Stopwatch.GetElapsedTime(memoryReadAt) > TimeSpan.FromMilliseconds(200)))
        {
            peakMemory = Math.Max(peakMemory, runtime.PeakMemory());
            memoryReadAt = Stopwatch.GetTimestamp();
        }

        return peakMemory;
    }
}
