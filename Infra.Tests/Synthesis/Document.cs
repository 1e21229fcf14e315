namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>A page of <c>docs</c> with tables that are generated: between <c>generated: name</c> and <c>end</c>.</summary>
internal sealed class Document(string name)
{
    private readonly Lock _lock = new();
    private readonly string _path = Repository.File("docs", name);

    /// <summary>Asserts that the page has this table at that place; with <c>UPDATE_SNAPSHOTS=1</c> makes it so.</summary>
    public void Holds(string place, string heading, IEnumerable<string> rows)
    {
        var columns = heading.Count(character => character == '|') - 1;
        var line = "|" + string.Concat(Enumerable.Repeat(" --- |", columns));
        var expected = string.Join('\n', ["", heading, line, .. rows, ""]);

        lock (_lock)
        {
            var text = File.ReadAllText(_path).ReplaceLineEndings("\n");
            var opening = $"<!-- generated: {place} -->";
            var start = text.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
            var end = text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
            if (System.Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            {
                File.WriteAllText(_path, text[..start] + expected + text[end..]);
                return;
            }

            Assert.Equal(expected, text[start..end]);
        }
    }
}
