namespace Lexicon.Testing;

/// <summary>Tables of Markdown.</summary>
public static class MarkdownTable
{
    /// <summary>The lines of a table.</summary>
    /// <param name="heading">Its first line, such as <c>| name | value |</c>.</param>
    /// <param name="rows">The lines below.</param>
    public static IEnumerable<string> Write(string heading, IEnumerable<string> rows) =>
    [
        heading,
        "|" + string.Concat(Enumerable.Repeat(" --- |", heading.Count(character => character == '|') - 1)),
        .. rows,
    ];

    /// <summary>The rows of the tables under a heading of a page of the repository, as their cells, without the head.</summary>
    public static IReadOnlyList<string[]> Read(string file, string heading) =>
    [
        .. File.ReadLines(Repository.File(file.Split('/')))
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];
}
