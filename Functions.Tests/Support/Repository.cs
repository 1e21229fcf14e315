namespace Lexicon.Functions.Tests.Support;

/// <summary>The files of the repository that the tests hold against the code.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The rows of the tables under a heading of a Markdown file, as their cells, without the head.</summary>
    public static IReadOnlyList<string[]> TableUnder(string file, string heading) =>
    [
        .. File.ReadLines(Path.Combine(Root, file))
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "App.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
