using System.Diagnostics;

namespace Lexicon.Testing;

/// <summary>What became of a program that ran to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Errors">What it wrote to its standard error.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>All that it wrote.</summary>
    public string Text => Output + Errors;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">The program; both its outputs are taken.</param>
    /// <param name="timeout">After this long it is killed, with all that it started; never, if null.</param>
    /// <exception cref="TimeoutException">It was killed.</exception>
    public static async Task<ProgramRun> ToItsEndAsync(ProcessStartInfo start, TimeSpan? timeout = null)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(timeout ?? Timeout.InfiniteTimeSpan);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a program, such as a build, in the root of the repository, and expects that it ends well.</summary>
    /// <returns>All that it wrote.</returns>
    /// <exception cref="ProgramException">It failed; the message is what it wrote.</exception>
    public static Task<string> SucceedsAsync(string program, params IEnumerable<string> arguments) =>
        SucceedsAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root });

    /// <summary>Runs a program and expects that it ends well.</summary>
    /// <returns>All that it wrote.</returns>
    /// <exception cref="ProgramException">It failed; the message is what it wrote.</exception>
    public static async Task<string> SucceedsAsync(ProcessStartInfo start)
    {
        // What a test runner or "dotnet run" sets for itself is not meant for a build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        var run = await ToItsEndAsync(start);
        return run.ExitCode is 0
            ? run.Text
            : throw new ProgramException($"{start.FileName} {string.Join(' ', start.ArgumentList)}\n{run.Text}");
    }
}
