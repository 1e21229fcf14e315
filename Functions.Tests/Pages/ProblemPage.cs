using System.Text.RegularExpressions;
using Markdig;

namespace Lexicon.Functions.Tests.Pages;

/// <summary>
/// The page of the site to which the types of problems lead: docs/problems, in the frame of the first page, and the limits that they name.
/// </summary>
internal static partial class ProblemPage
{
    private static readonly PageFrame Frame =
        new("Problems", "What the problems of the API mean, and what to do then.", "problems-page.js", "problems.css");

    /// <summary>The page of what has no type: what API Gateway answers itself.</summary>
    public const string OfTheGateway = "api-gateway";

    private static readonly MarkdownPipeline Dialect = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static string Generate()
    {
        string[] articles =
        [
            .. Directory.GetFiles(Repository.File("docs", "problems"), "*.md")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(name => name is not ("README" or OfTheGateway))
                .Order(StringComparer.Ordinal)
                .Append(OfTheGateway)
                .Select(name => Article(name, Read("docs", "problems", $"{name}.md"))),
            Article("limits", Limits()),
        ];
        return Frame.Around($"""
                <section class="hero">
                  <h1>Problems</h1>
                  <p>What the API answers when it cannot do what it is asked, and what to do then. Each has a <code>type</code>; what
                  <a href="#api-gateway">API Gateway answers itself</a>, such as 429, 502 and 504, may have none. At the end are all
                  <a href="#limits">limits</a>.</p>
                </section>
                <div class="terms">
            {string.Join('\n', articles)}
                </div>
            """);
    }

    private static string Article(string name, string markdown)
    {
        var html = Markdown.ToHtml(markdown, Dialect).Trim().Replace("h1>", "h2>", StringComparison.Ordinal);
        html = Link().Replace(html, "\"#$1\"").Replace("href=\"../../Site/", "href=\"/", StringComparison.Ordinal);

        // Documents that are no part of the site have no address there.
        Assert.DoesNotContain("href=\"..", html, StringComparison.Ordinal);
        return $"      <article class=\"term\" id=\"{name}\">\n{html}\n      </article>";
    }

    // Of docs/limits.md what a caller wants to know: the table, and the paragraph that follows it.
    private static string Limits() => string.Join(
        '\n',
        [
            "# Limits",
            "",
            "What the API takes. Lengths of text are UTF-16 code units, with the spaces around it that are taken off.",
            "",
            .. MarkdownTable.Write(
                "| limit | value |", MarkdownTable.Read("docs/limits.md", "# Limits").Select(row => $"| {row[0]} | {row[1]} |")),
            "",
            Read("docs", "limits.md").Split("<!-- end -->\n\n")[1].Split("\n\n")[0],
        ]);

    private static string Read(params string[] path) => File.ReadAllText(Repository.File(path)).ReplaceLineEndings("\n");

    [GeneratedRegex("\"(?:\\.\\./)?([a-z-]+)\\.md\"")]
    private static partial Regex Link();
}
