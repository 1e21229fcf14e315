namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>A runner of its own that follows a copy of the assembly in its data folder.</summary>
public sealed class WatchedRunner : IAsyncLifetime
{
    private LocalRunner? _runner;

    /// <summary>Its data, its endpoints and, in <c>cdk.out</c>, its assembly.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("lexicon-watched-").FullName;

    public async Task InitializeAsync()
    {
        var assembly = Path.Combine(Folder, "cdk.out");
        Folders.Copy(BuildOutput.CloudAssembly, assembly);
        _runner = await LocalRunner.StartAsync(Folder, "--watch", "--assembly", assembly);
    }

    public async Task DisposeAsync()
    {
        if (_runner is not null)
        {
            await _runner.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
