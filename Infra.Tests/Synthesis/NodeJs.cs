namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>The Node.js that the repository installs for CDK and for the validator.</summary>
internal static class NodeJs
{
    public static string Path { get; } =
        Repository.File("node_modules", "node", "bin", OperatingSystem.IsWindows() ? "node.exe" : "node");

    /// <summary>Runs a script; answers what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it printed as errors.</exception>
    public static async Task<string> RunAsync(string script, IEnumerable<string> arguments)
    {
        var run = await ProgramRun.ToItsEndAsync(new(Path, [script, .. arguments]));
        return run.ExitCode == 0 ? run.Output : throw new InvalidOperationException(run.Errors);
    }
}
