using System.Text.RegularExpressions;
using Markdig;

namespace Lexicon.Functions.Tests.Http;

/// <summary>The page of the site to which the types of problems lead: docs/problems, in the frame of the first page.</summary>
internal static partial class ProblemPage
{
    public static string Generate()
    {
        var articles = Directory.GetFiles(Repository.File("docs", "problems"), "*.md")
            .Where(file => Path.GetFileName(file) is not "README.md")
            .Order(StringComparer.Ordinal)
            .Select(file => Article(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));
        var main = $"""
            <main id="main" tabindex="-1">
                <section class="hero">
                  <h1>Problems</h1>
                  <p>What the API answers when it cannot do what it is asked, and what to do then.</p>
                </section>
                <div class="terms">
            {string.Join('\n', articles)}
                </div>
              </main>
            """;
        var page = File.ReadAllText(Repository.File("Site", "index.html")).ReplaceLineEndings("\n");
        page = MainPart().Replace(page, main.ReplaceLineEndings("\n"));
        page = Title().Replace(page, "<title>Problems \u00B7 Lexicon</title>");
        page = Description().Replace(page, "What the problems of the API mean, and what to do then.");
        return page.Replace("browse-page.js", "problems-page.js", StringComparison.Ordinal);
    }

    private static string Article(string name, string markdown)
    {
        var html = Markdown.ToHtml(markdown).Trim().Replace("h1>", "h2>", StringComparison.Ordinal);
        html = Elsewhere().Replace(Link().Replace(html, "\"#$1\""), "$1");
        return $"      <article class=\"term\" id=\"{name}\">\n{html}\n      </article>";
    }

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("\"([a-z-]+)\\.md\"")]
    private static partial Regex Link();

    // Documents that are no part of the site.
    [GeneratedRegex("<a href=\"\\.\\./[^\"]*\">([^<]*)</a>")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("<title>.*</title>")]
    private static partial Regex Title();

    [GeneratedRegex("(?<=name=\"description\" content=\")[^\"]*")]
    private static partial Regex Description();
}
