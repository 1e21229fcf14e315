using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.RuntimeApi;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The init phase: the process starts and gets ready for its first invocation
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib).
/// </summary>
/// <param name="version">What starts.</param>
/// <param name="stream">The log stream of the environment.</param>
/// <param name="initializationType">Why it starts.</param>
/// <param name="services">Whose help it needs.</param>
/// <param name="log">Where the process's own lines go.</param>
internal sealed class InitPhase(
    FunctionVersion version, string stream, string initializationType, SandboxServices services, EnvironmentLog log)
{
    /// <summary>How long it may take, but for the second attempt within an invocation.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Starts the process.</summary>
    /// <returns>The process, which the caller ends, or why there can be none.</returns>
    public (RuntimeProcess? Runtime, InvocationFailure? Failure) Start()
    {
        var function = version.Configuration;
        var taskRoot = services.Packages.TaskRoot(function.Code);
        var command = RuntimeCommand.For(function, taskRoot);
        if (StartProblem.Find(function, taskRoot, command) is not { } problem)
        {
            return (Run(), null);
        }

        if (problem.Line is { } line)
        {
            log.Line(line);
        }

        return (null, problem.Failure);
    }

    /// <summary>Waits until the process is ready, as long as the limit allows.</summary>
    /// <returns>What went wrong; null when it is ready.</returns>
    public async Task<InvocationFailure?> WaitAsync(RuntimeProcess runtime, TimeSpan limit)
    {
        try
        {
            var clock = services.Debugger.ClockFor(version.Configuration.Name);
            var result = await runtime.Session.Initialized.WaitAsync(limit, clock);
            runtime.Sandbox.OnInitialized();
            return await FailureOf(result, runtime);
        }
        catch (TimeoutException)
        {
            return InvocationFailure.Timeout(limit);
        }
    }

    private RuntimeProcess Run()
    {
        var function = version.Configuration;
        var sandbox = services.Sandboxes.Create(function);
        var credentials = services.Identities.Assume(function.Role, function.Name);
        var debugged = services.Debugger.Begin(function);
        RuntimeProcess? runtime = null;
        try
        {
            runtime = RuntimeProcess.Start(
                sandbox,
                RuntimeCommand.For(function, sandbox.TaskRoot),
                function.ShortName,
                function.IsManaged,
                Variables,
                log.Line,
                services.Refusals.Of(function.Name, log.Line));
            debugged?.Await(runtime.Process);
            return runtime;
        }
        catch
        {
            runtime?.Dispose();
            debugged?.End();
            throw;
        }

        Dictionary<string, string> Variables(string address)
        {
            var variables = EnvironmentVariables.Create(
                version, stream, sandbox, address, credentials, services.Endpoints.Aws, initializationType);
            debugged?.AddTo(variables);
            return variables;
        }
    }

    private static async Task<InvocationFailure?> FailureOf(InitResult result, RuntimeProcess runtime) =>
        result.IsReady ? null
        : result.Error is { } error ? new InvocationFailure(error.ErrorType ?? "Runtime.Unknown", "") { Document = error.Payload }
        : await runtime.Exited;
}
