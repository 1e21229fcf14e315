using System.Security.Cryptography;

namespace Lexicon.Local.DynamoDb.Engine;

/// <summary>
/// The access key under which the engine keeps our tables. The engine checks no signature and gives each access key a database
/// of its own, so whoever cannot guess the key cannot reach the data, except through our endpoint. It lives beside the data in
/// a folder that only its owner may open.
/// </summary>
internal static class EngineKey
{
    private const string FileName = "access-key";

    // The engine accepts letters and digits only, and uses the key as the name of its database file.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 40;

    /// <summary>The key of a data folder, made on the first start; the folder is closed to others.</summary>
    public static string In(string folder)
    {
        CreatePrivate(folder);
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path) && File.ReadAllText(path) is { Length: Length } kept)
        {
            return kept;
        }

        var key = RandomNumberGenerator.GetString(Alphabet, Length);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(key);
        return key;
    }

    private static void CreatePrivate(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
