namespace Lexicon.Local.Hosting;

/// <summary>Finds programs as a shell would.</summary>
internal static class Programs
{
    /// <summary>The full path of a program: as it stands when it has a folder, else the first one on the PATH; or null.</summary>
    public static string? Find(string program)
    {
        if (Path.GetFileName(program) != program)
        {
            return File.Exists(program) ? Path.GetFullPath(program) : null;
        }

        string[] names = OperatingSystem.IsWindows() ? [program, program + ".exe", program + ".cmd"] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
