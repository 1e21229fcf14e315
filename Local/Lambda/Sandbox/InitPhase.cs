using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.RuntimeApi;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The init phase: the process starts and gets ready for its first invocation
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib).
/// </summary>
/// <param name="version">What starts.</param>
/// <param name="stream">The log stream of the environment.</param>
/// <param name="services">Whose help it needs.</param>
/// <param name="log">Where the process's own lines go.</param>
internal sealed class InitPhase(FunctionVersion version, string stream, SandboxServices services, EnvironmentLog log)
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
            return (Start(command, taskRoot), null);
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
            return await FailureOf(await runtime.Session.Initialized.WaitAsync(limit, clock), runtime);
        }
        catch (TimeoutException)
        {
            return InvocationFailure.Timeout(limit);
        }
    }

    private RuntimeProcess Start(RuntimeCommand command, string taskRoot)
    {
        var function = version.Configuration;
        var credentials = services.Identities.Assume(function.Role, function.Name);
        var debugged = services.Debugger.Begin(function);
        RuntimeProcess? runtime = null;
        try
        {
            runtime = RuntimeProcess.Start(
                services.Children,
                function.Name,
                command.Named(services.Packages.LinksOf(function.Name), function.ShortName),
                taskRoot,
                Variables,
                log.Line);
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
            var variables = EnvironmentVariables.Create(version, stream, taskRoot, address, credentials, services.Endpoints.Aws);
            debugged?.AddTo(variables);
            return variables;
        }
    }

    private static async Task<InvocationFailure?> FailureOf(InitResult result, RuntimeProcess runtime) =>
        result.IsReady ? null
        : result.Error is { } error ? new InvocationFailure(error.ErrorType ?? "Runtime.Unknown", "") { Document = error.Payload }
        : InvocationFailure.Exit(await runtime.Exited);
}
