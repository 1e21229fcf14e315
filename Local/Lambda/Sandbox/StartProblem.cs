using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>Why a function cannot be started, known before it is tried.</summary>
/// <param name="Failure">What the init phase fails with.</param>
/// <param name="Line">What the runtime would have written before it ended; null where there is no runtime yet.</param>
internal sealed record StartProblem(InvocationFailure Failure, string? Line = null)
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The first flaw of a command; null when it can be tried.</summary>
    public static StartProblem? Find(FunctionConfiguration function, string taskRoot, RuntimeCommand command) =>
        function.IsManaged ? OfRuntime(function, taskRoot, command) : OfBootstrap(command.Program);

    /// <summary>The checks of the bootstrap of Lambda's .NET runtimes, which ends with a status for each.</summary>
    private static StartProblem? OfRuntime(FunctionConfiguration function, string taskRoot, RuntimeCommand command)
    {
        var assembly = RuntimeCommand.AssemblyOf(function, taskRoot);
        if (!File.Exists(assembly))
        {
            return Exit(104, $"Error: executable assembly {assembly} was not found.");
        }

        var wrapper = function.Environment.GetValueOrDefault(WrapperScript.Variable);
        return string.IsNullOrEmpty(wrapper) ? null
            : !File.Exists(command.Program) ? Exit(127, $"{wrapper}: does not exist")
            : !IsExecutable(command.Program) ? Exit(126, $"{wrapper}: is not an executable")
            : null;
    }

    private static StartProblem? OfBootstrap(string program) =>
        !File.Exists(program) ? Invalid("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]")
        : !IsExecutable(program) ? Invalid("fork/exec /var/task/bootstrap: permission denied")
        : !ProgramFormat.IsKnown(program) ? Invalid("fork/exec /var/task/bootstrap: exec format error")
        : null;

    private static bool IsExecutable(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0;

    private static StartProblem Exit(int status, string line) => new(InvocationFailure.Exit(status), line);

    private static StartProblem Invalid(string message) => new(InvocationFailure.InvalidEntrypoint(message));
}
