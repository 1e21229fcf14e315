using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>The data folder, held by one runner at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "runner.lock";
    private readonly FileStream _held;

    private DataFolder(FileStream held) => _held = held;

    /// <summary>Makes the folder if it is not there and holds it until disposed; a killed runner holds it no more.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="instead">What to do where another runner holds it.</param>
    /// <exception cref="StartupException">Another runner holds it, or it cannot be written.</exception>
    public static DataFolder Hold(string path, string instead = "stop it, or name another folder with --data")
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"the data folder {path} cannot be created: {failure.Message}");
        }

        try
        {
            return new DataFolder(new FileStream(
                Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException held) when (IsHeld(held))
        {
            throw new StartupException($"the data folder {path} is in use by another runner; {instead}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"the data folder {path} cannot be written: {failure.Message}");
        }
    }

    public void Dispose() => _held.Dispose();

    // ERROR_SHARING_VIOLATION on Windows, EWOULDBLOCK of flock(2) on macOS and Linux.
    private static bool IsHeld(IOException failure) => failure.HResult ==
        (OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsMacOS() ? 35 : 11);
}
