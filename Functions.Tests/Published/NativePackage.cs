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

        // What the test runner sets for itself is not meant for a build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = (await process.StandardOutput.ReadToEndAsync() + await errors).Trim();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
