namespace Lexicon.Local.Hosting;

/// <summary>For <c>--explain</c>, which leaves nothing behind: a data folder for as long as it takes.</summary>
internal sealed class ThrowawayFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("lexicon-explain-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
