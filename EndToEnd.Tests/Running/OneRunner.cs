namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>A runner for tests that stop its processes or go up to its limits, with a data folder that is empty at first.</summary>
[CollectionDefinition(Shared)]
public sealed class OneRunner : IAsyncLifetime, ICollectionFixture<OneRunner>
{
    /// <summary>The collection of the tests that share it, one after the other.</summary>
    public const string Shared = "One runner";

    public string Data { get; } = Directory.CreateTempSubdirectory("lexicon-runner-").FullName;

    internal LocalRunner Runner { get; private set; } = null!;

    public async Task InitializeAsync() => Runner = await LocalRunner.StartAsync(Data);

    public async Task DisposeAsync()
    {
        await Runner.DisposeAsync();
        RoleUses.Keep(Data);
        Directory.Delete(Data, recursive: true);
    }
}
