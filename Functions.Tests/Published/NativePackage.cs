namespace Lexicon.Functions.Tests.Published;

/// <summary>The native package, built once for all of its tests, as `cdk.json` builds it.</summary>
public sealed class NativePackage : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Built = new(BuildAsync);

    internal static string Folder { get; } = Repository.File("Functions", "bin", "package", "tested");

    internal static string Bootstrap => Path.Combine(Folder, "bootstrap");

    /// <summary>What the build said; nothing, if it had nothing to complain of.</summary>
    internal string Output { get; private set; } = "";

    public async Task InitializeAsync() => Output = await Built.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<string> BuildAsync()
    {
        var output = await ProgramRun.SucceedsAsync(
            "dotnet",
            "msbuild",
            "Functions/Packaging/Package.proj",
            "-nologo",
            "-verbosity:quiet",
            "-p:Packaging=native",
            "-p:PackageDir=Functions/bin/package/tested/",
            "-p:PackageFolder=tested");
        return output.Trim();
    }
}
