namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// A page of <c>docs</c> with parts that are generated: between <c>generated: name</c> and <c>end</c>. Tests hold them equal;
/// <c>UPDATE_SNAPSHOTS=1</c> rewrites them.
/// </summary>
internal sealed class Document(params string[] path)
{
    private static readonly Lock Writing = new();

    private readonly string _path = Path.Combine([Repository.Root, .. path]);

    public static bool IsRewritten => Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <summary>Asserts that the page has these lines at that place.</summary>
    public void Holds(string place, IEnumerable<string> lines)
    {
        var expected = string.Join('\n', ["", .. lines, ""]);
        lock (Writing)
        {
            var text = File.ReadAllText(_path).ReplaceLineEndings("\n");
            var opening = $"<!-- generated: {place} -->";
            var start = text.IndexOf(opening, StringComparison.Ordinal);
            Assert.True(start >= 0, $"{_path} has no part {place}.");
            start += opening.Length;
            var end = text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
            if (IsRewritten)
            {
                File.WriteAllText(_path, text[..start] + expected + text[end..]);
                return;
            }

            Assert.Equal(expected, text[start..end]);
        }
    }

    /// <summary>Asserts that the whole file is this.</summary>
    public void Is(string text)
    {
        lock (Writing)
        {
            if (IsRewritten)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
                File.WriteAllText(_path, text);
            }

            Assert.Equal(text, File.ReadAllText(_path).ReplaceLineEndings("\n"));
        }
    }

    /// <summary>A table of Markdown.</summary>
    public static IEnumerable<string> Table(string heading, IEnumerable<string> rows) =>
    [
        heading,
        "|" + string.Concat(Enumerable.Repeat(" --- |", heading.Count(character => character == '|') - 1)),
        .. rows,
    ];
}
