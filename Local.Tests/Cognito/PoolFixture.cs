namespace Lexicon.Local.Tests.Cognito;

/// <summary>One running pool for all tests that only sign in to it.</summary>
public sealed class PoolFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lexicon-cognito-");

    internal RunningCognito Pool { get; private set; } = null!;

    public async Task InitializeAsync() => Pool = await RunningCognito.StartAsync(_data.FullName);

    public async Task DisposeAsync()
    {
        await Pool.DisposeAsync();
        _data.Delete(recursive: true);
    }
}

/// <summary>The tests that share the pool.</summary>
[CollectionDefinition(nameof(PoolFixture))]
public sealed class SharedPool : ICollectionFixture<PoolFixture>;
