using System.Diagnostics;

namespace Lexicon.Functions.Tests.Support;

/// <summary>A program that runs to its end, such as a build.</summary>
internal static class Tool
{
    /// <summary>What it wrote, once it has ended well.</summary>
    public static async Task<string> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test runner sets for itself is not meant for a build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode is 0, $"{program} {string.Join(' ', arguments)}\n{output}");
        return output;
    }
}
