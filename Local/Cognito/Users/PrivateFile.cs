namespace Lexicon.Local.Cognito.Users;

/// <summary>Files and folders that only this user may read; on Windows the profile's own rights do that.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file anew.</summary>
    public static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfFiles;
        }

        using var file = new FileStream(path, options);
        file.Write(content);
    }

    /// <summary>Creates a folder, or closes one that is there to others.</summary>
    public static void CreateFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, OfFiles | UnixFileMode.UserExecute);
        }
    }
}
