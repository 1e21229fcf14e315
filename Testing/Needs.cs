namespace Lexicon.Testing;

/// <summary>
/// What tests need and a machine may lack. Without it no test that asks for it can pass, so that the run ends there, with one line
/// that says which command brings it.
/// </summary>
public static class Needs
{
    /// <summary>The path of a folder of the repository that has to hold a file.</summary>
    /// <param name="folder">From the root.</param>
    /// <param name="file">The file in it.</param>
    /// <param name="what">What it is, for a person.</param>
    /// <param name="command">The command that brings it.</param>
    public static string Folder(string folder, string file, string what, string command)
    {
        var path = Repository.File(folder.Split('/'));
        return File.Exists(Path.Combine(path, file)) ? path : End($"{what} is missing in {folder}: {command} brings it.");
    }

    /// <summary>The name of a program that has to be in the search path.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="command">The command that brings it.</param>
    public static string Program(string name, string command)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        return folders.Any(folder => File.Exists(Path.Combine(folder, file)))
            ? name
            : End($"{name} is not installed: {command} brings it.");
    }

    private static string End(string message)
    {
        Console.Error.WriteLine($"This cannot run here. {message}");
        Environment.Exit(1);
        return message;
    }
}
