namespace Lexicon.Benchmarks.Processes;

internal static class Programs
{
    /// <summary>The program of that name on the path, links followed, so that none is followed in a measurement.</summary>
    public static string Find(string name) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Select(folder => new FileInfo(Path.Combine(folder, name)))
            .Where(file => file.Exists)
            .Select(file => (file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName)
            .FirstOrDefault()
        ?? throw new ProgramException($"{name} is not on the path.");
}
