namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>A folder that lives as long as its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Create();

    public static string Create() => Directory.CreateTempSubdirectory("lexicon-dynamodb-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
