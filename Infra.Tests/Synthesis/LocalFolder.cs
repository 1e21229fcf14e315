namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>What a run of the tests leaves for a person to read, in <c>.local</c>.</summary>
internal static class LocalFolder
{
    public static async Task WriteAsync(string name, IEnumerable<string> lines) =>
        await File.WriteAllLinesAsync(Path.Combine(Directory.CreateDirectory(Repository.File(".local")).FullName, name), lines);
}
