using System.Diagnostics;

namespace Lexicon.Benchmarks.Processes;

/// <summary>Runs a tool to its end.</summary>
internal static class Tool
{
    /// <exception cref="BuildException">It failed; the message is what it said.</exception>
    public static string Run(string folder, string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new BuildException($"{program} {string.Join(' ', arguments)}\n{output}");
    }

    public static bool Succeeds(string folder, string program, IReadOnlyList<string> arguments)
    {
        try
        {
            _ = Run(folder, program, arguments);
            return true;
        }
        catch (BuildException)
        {
            return false;
        }
    }
}
