namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// What the tests need and a machine may lack. Without it no test that asks for it can pass, so that the run ends there, with one line
/// that says which command brings it.
/// </summary>
internal static class Needs
{
    /// <summary>The folder, from the root of the repository, that holds this file.</summary>
    public static string Folder(string folder, string file, string what, string command)
    {
        var path = Path.Combine([Repository.Root, .. folder.Split('/')]);
        return File.Exists(Path.Combine(path, file)) ? path : End($"{what} is missing in {folder}: {command} brings it.");
    }

    /// <summary>A program of the search path.</summary>
    public static string Program(string name, string command)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] files = OperatingSystem.IsWindows() ? [$"{name}.exe"] : [name];
        return folders.Any(folder => files.Any(file => File.Exists(Path.Combine(folder, file))))
            ? name
            : End($"{name} is not installed: {command} brings it.");
    }

    private static string End(string message)
    {
        Console.Error.WriteLine($"Functions.Tests cannot run here. {message}");
        Environment.Exit(1);
        return message;
    }
}
