using Xunit;

namespace Lexicon.Testing;

/// <summary>
/// A file that is generated and committed, or a page with parts that are, between <c>generated: name</c> and <c>end</c>. A test with
/// the trait <c>Kind=Generated</c> holds it equal, and <c>make accept</c>, which sets <c>ACCEPT=1</c>, rewrites it.
/// </summary>
/// <param name="name">Its path from the root of the repository, with slashes.</param>
public sealed class GeneratedFile(string name)
{
    private static readonly bool IsAccepted = Environment.GetEnvironmentVariable("ACCEPT") == "1";
    private static readonly Lock Writing = new();

    private readonly string _path = Repository.File(name.Split('/'));

    /// <summary>Asserts that the whole file is this; with <c>ACCEPT=1</c> makes it so.</summary>
    public void Is(string text)
    {
        lock (Writing)
        {
            Accept(Read(), text);
        }
    }

    /// <summary>Asserts that the page has these lines at that place; with <c>ACCEPT=1</c> makes it so.</summary>
    public void Holds(string place, IEnumerable<string> lines)
    {
        lock (Writing)
        {
            var there = Read();
            var opening = $"<!-- generated: {place} -->";
            var found = there.IndexOf(opening, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{name} has no part {place}: write {opening} and <!-- end --> where it belongs.");
            var start = found + opening.Length;
            var end = there.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
            Accept(there, there[..start] + string.Join('\n', ["", .. lines, ""]) + there[end..]);
        }
    }

    /// <summary>Asserts that the page has this table at that place; with <c>ACCEPT=1</c> makes it so.</summary>
    public void Holds(string place, string heading, IEnumerable<string> rows) => Holds(place, MarkdownTable.Write(heading, rows));

    private string Read() => File.Exists(_path) ? File.ReadAllText(_path).ReplaceLineEndings("\n") : "";

    private void Accept(string there, string generated)
    {
        if (there == generated)
        {
            return;
        }

        Assert.True(IsAccepted, Difference(there.Split('\n'), generated.Split('\n')));
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllText(_path, generated);
    }

    // The first lines that differ, which mostly tell it all.
    private string Difference(string[] there, string[] generated)
    {
        var same = there.Zip(generated).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join(
            '\n',
            [
                $"{name} is not as it is generated. From line {same + 1}:",
                .. there.Skip(same).Take(3).Select(line => $"- {line}"),
                .. generated.Skip(same).Take(3).Select(line => $"+ {line}"),
                "`make accept` rewrites it; then read `git diff`.",
            ]);
    }
}
