using Lexicon.Local.Assembly;

namespace Lexicon.Local.Hosting;

/// <summary>The data folder, held by one runner at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "runner.lock";
    private readonly FileStream held;

    private DataFolder(FileStream held) => this.held = held;

    /// <summary>Makes the folder if it is not there and holds it until disposed; a killed runner holds it no more.</summary>
    /// <exception cref="Refusal">Another runner holds it, or it cannot be written.</exception>
    public static DataFolder Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new DataFolder(new FileStream(
                Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new Refusal($"the data folder {path} cannot be written");
        }
        catch (IOException)
        {
            throw new Refusal($"the data folder {path} is in use by another runner; stop it, or name another folder with --data");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
