namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>A file that is generated and committed: <c>ACCEPT=1</c> rewrites it, and <c>git diff</c> shows what is accepted.</summary>
internal static class Accepted
{
    private static readonly bool Asked = System.Environment.GetEnvironmentVariable("ACCEPT") == "1";

    /// <summary>Asserts that a file of the repository says this; with <c>ACCEPT=1</c> makes it so.</summary>
    public static void Holds(string file, string content)
    {
        var path = Repository.File(file.Split('/'));
        var accepted = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (Asked && accepted != content)
        {
            File.WriteAllText(path, content);
            return;
        }

        var difference = Difference(accepted.Split('\n'), content.Split('\n'));
        Assert.True(
            accepted == content, $"{difference}\n{file} is not as it is generated: `make accept` rewrites it; then read `git diff`.");
    }

    // The first lines that differ, which mostly tell it all.
    private static string Difference(string[] accepted, string[] generated)
    {
        var same = accepted.Zip(generated).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join(
            '\n', [.. accepted.Skip(same).Take(3).Select(line => $"- {line}"), .. generated.Skip(same).Take(3)
                .Select(line => $"+ {line}")]);
    }
}
