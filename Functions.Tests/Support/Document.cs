namespace Lexicon.Functions.Tests.Support;

/// <summary>A file that is generated, or a page with parts that are: between <c>generated: name</c> and <c>end</c>.</summary>
internal sealed class Document(params string[] path)
{
    private static readonly Lock Writing = new();

    private readonly string _name = string.Join('/', path);
    private readonly string _path = Path.Combine([Repository.Root, .. path]);

    /// <summary>Asserts that the page has these lines at that place.</summary>
    public void Holds(string place, IEnumerable<string> lines)
    {
        var generated = string.Join('\n', ["", .. lines, ""]);
        lock (Writing)
        {
            var text = Read();
            var opening = $"<!-- generated: {place} -->";
            var start = text.IndexOf(opening, StringComparison.Ordinal);
            Assert.True(start >= 0, $"{_name} has no part {place}: write {opening} and <!-- end --> where it belongs.");
            start += opening.Length;
            var end = text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
            Accept(text[start..end], generated, text[..start] + generated + text[end..]);
        }
    }

    /// <summary>Asserts that the whole file is this.</summary>
    public void Is(string text)
    {
        lock (Writing)
        {
            Accept(Read(), text, text);
        }
    }

    /// <summary>A table of Markdown.</summary>
    public static IEnumerable<string> Table(string heading, IEnumerable<string> rows) =>
    [
        heading,
        "|" + string.Concat(Enumerable.Repeat(" --- |", heading.Count(character => character == '|') - 1)),
        .. rows,
    ];

    private string Read() => File.Exists(_path) ? File.ReadAllText(_path).ReplaceLineEndings("\n") : "";

    private void Accept(string there, string generated, string whole)
    {
        if (there == generated)
        {
            return;
        }

        Assert.True(Generated.IsAccepted, Generated.Difference(_name, there, generated));
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllText(_path, whole);
    }
}
