namespace Lexicon.Sources.Tests;

/// <summary>The folders of the repository, as paths from its root, without what is built or installed.</summary>
internal static class Folders
{
    private static readonly string[] NotWritten = ["bin", "obj", "node_modules", "cdk.out"];

    /// <summary>The folders of the projects.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. In("").Where(folder => Directory.EnumerateFiles(Repository.File(folder), "*.csproj").Any())];

    /// <summary>The folders directly in one.</summary>
    public static IEnumerable<string> In(string folder) =>
        from path in Directory.EnumerateDirectories(Repository.File(folder)).Order(StringComparer.Ordinal)
        let name = Path.GetFileName(path)
        where !NotWritten.Contains(name) && !name.StartsWith('.')
        select Join(folder, name);

    /// <summary>The files directly in a folder.</summary>
    public static IEnumerable<string> FilesIn(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.File(folder), pattern).Select(path => Join(folder, Path.GetFileName(path)))
            .Order(StringComparer.Ordinal);

    /// <summary>The files in a folder, however deep.</summary>
    public static IEnumerable<string> FilesBelow(string folder, string pattern) =>
        FilesIn(folder, pattern).Concat(In(folder).SelectMany(inner => FilesBelow(inner, pattern)));

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
