using System.Diagnostics;

namespace Lexicon.Functions.Tests.Published;

/// <summary>The native package, built once for all of its tests, as `cdk.json` builds it.</summary>
public sealed class NativePackage : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Built = new(() => BuildAsync(Support.Repository.Root));

    internal static string Folder { get; } = FolderIn(Support.Repository.Root);

    internal static string Bootstrap => Path.Combine(Folder, "bootstrap");

    /// <summary>What the build said; nothing, if it had nothing to complain of.</summary>
    internal string Output { get; private set; } = "";

    public async Task InitializeAsync() => Output = await Built.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    internal static string FolderIn(string root) => Path.Combine(root, "Functions", "bin", "package", "tested");

    /// <summary>Builds it from the sources in this folder.</summary>
    internal static async Task<string> BuildAsync(string root)
    {
        var (succeeded, output) = await BuildForAsync(root, Environment.GetEnvironmentVariable("NativeTargetFramework"));
        if (!succeeded && output.Contains("ilcompiler", StringComparison.OrdinalIgnoreCase) && output.Contains("NU110", StringComparison.Ordinal))
        {
            // The registry has no compiler for the framework that is meant: that of the one before will do for these tests.
            (succeeded, output) = await BuildForAsync(root, "net9.0");
        }

        Assert.True(succeeded, output);
        return output;
    }

    private static async Task<(bool Succeeded, string Output)> BuildForAsync(string root, string? framework)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", "Functions/Packaging/Package.proj", "-nologo", "-verbosity:quiet", "-p:Packaging=native",
                "-p:PackageDir=Functions/bin/package/tested/", "-p:PackageFolder=tested",
            },
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!string.IsNullOrEmpty(framework))
        {
            start.Environment["NativeTargetFramework"] = framework;
        }

        // What the test runner sets for itself is not meant for a build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, output.Trim());
    }
}
