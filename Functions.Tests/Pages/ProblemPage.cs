using System.Text.RegularExpressions;
using Markdig;

namespace Lexicon.Functions.Tests.Pages;

/// <summary>The page of the site to which the types of problems lead: docs/problems, in the frame of the first page.</summary>
internal static partial class ProblemPage
{
    private static readonly PageFrame Frame =
        new("Problems", "What the problems of the API mean, and what to do then.", "problems-page.js");

    public static string Generate()
    {
        var articles = Directory.GetFiles(Repository.File("docs", "problems"), "*.md")
            .Where(file => Path.GetFileName(file) is not "README.md")
            .Order(StringComparer.Ordinal)
            .Select(file => Article(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));
        return Frame.Around($"""
                <section class="hero">
                  <h1>Problems</h1>
                  <p>What the API answers when it cannot do what it is asked, and what to do then.</p>
                </section>
                <div class="terms">
            {string.Join('\n', articles)}
                </div>
            """);
    }

    private static string Article(string name, string markdown)
    {
        var html = Markdown.ToHtml(markdown).Trim().Replace("h1>", "h2>", StringComparison.Ordinal);
        html = Elsewhere().Replace(Link().Replace(html, "\"#$1\""), "$1");
        return $"      <article class=\"term\" id=\"{name}\">\n{html}\n      </article>";
    }

    [GeneratedRegex("\"([a-z-]+)\\.md\"")]
    private static partial Regex Link();

    // Documents that are no part of the site.
    [GeneratedRegex("<a href=\"\\.\\./[^\"]*\">([^<]*)</a>")]
    private static partial Regex Elsewhere();
}
