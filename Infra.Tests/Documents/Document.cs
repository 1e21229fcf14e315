namespace Lexicon.Infra.Tests.Documents;

/// <summary>A page of <c>docs</c> with tables that are generated: between <c>generated: name</c> and <c>end</c>.</summary>
internal sealed class Document(string name)
{
    private static readonly Lock Lock = new();

    /// <summary>Asserts that the page has this table at that place; with <c>ACCEPT=1</c> makes it so.</summary>
    public void Holds(string place, string heading, IEnumerable<string> rows)
    {
        var line = "|" + string.Concat(Enumerable.Repeat(" --- |", heading.Count(character => character == '|') - 1));
        var table = string.Join('\n', ["", heading, line, .. rows, ""]);

        lock (Lock)
        {
            var text = File.ReadAllText(Repository.File("docs", name)).ReplaceLineEndings("\n");
            var opening = $"<!-- generated: {place} -->";
            var found = text.IndexOf(opening, StringComparison.Ordinal);
            Assert.True(found >= 0, $"docs/{name} has no place for a table: {opening}");
            var start = found + opening.Length;
            Accepted.Holds($"docs/{name}", text[..start] + table + text[text.IndexOf("<!-- end -->", start, StringComparison.Ordinal)..]);
        }
    }
}
