namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>A runner of its own for the tests of one class, with a data folder that is empty at first.</summary>
public sealed class OneRunner : IAsyncLifetime
{
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
