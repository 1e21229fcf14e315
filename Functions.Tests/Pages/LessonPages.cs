using System.Text.RegularExpressions;
using Markdig;

namespace Lexicon.Functions.Tests.Pages;

/// <summary>The lessons of the site, made out of docs/lessons: a page for each, and one that lists them.</summary>
internal static partial class LessonPages
{
    /// <summary>The list of the lessons, which gives their order.</summary>
    public const string List = "README";

    private static readonly MarkdownPipeline Dialect = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>The lessons, by the names of their files, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Listed().Matches(Read(List)).Select(link => link.Groups[1].Value)];

    /// <summary>The file of the site that is a lesson's page.</summary>
    public static string FileOf(string name) => name == List ? "lessons.html" : $"lesson-{name}.html";

    /// <summary>The page of a lesson, or the list.</summary>
    public static string Generate(string name)
    {
        var markdown = Read(name);
        var frame = new PageFrame(TitleOf(markdown), DescriptionOf(markdown), "lesson-page.js", "lesson.css");
        var html = Refer(Markdown.ToHtml(markdown, Dialect).Trim());
        return frame.Around(name == List
            ? $"    <article class=\"lesson lessons\">\n{html}\n    </article>"
            : $"""
                <p class="crumbs"><a href="/lessons.html">All lessons</a></p>
                <article class="lesson">
            {html}
                </article>
            {Next(name)}
            """);
    }

    private static string Next(string name)
    {
        var next = Names[(Names.ToList().IndexOf(name) + 1) % Names.Count];
        return $"    <p class=\"lesson-next\">Next: <a href=\"/{FileOf(next)}\">{TitleOf(Read(next))}</a></p>";
    }

    private static string Read(string name) => File.ReadAllText(Repository.File("docs", "lessons", $"{name}.md")).ReplaceLineEndings("\n");

    private static string TitleOf(string markdown) => Heading().Match(markdown).Groups[1].Value;

    // The first paragraph.
    private static string DescriptionOf(string markdown) =>
        markdown.Split("\n\n")[1].ReplaceLineEndings(" ")
            .Replace("`", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);

    // What the repository has elsewhere: lessons and other pages are on the site, views on the console, other documents nowhere.
    private static string Refer(string html)
    {
        // What is wider than the page scrolls, by the keyboard, too.
        html = html.Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);
        html = Lesson().Replace(html, link => $"href=\"/{FileOf(link.Groups[1].Value)}\"");
        html = html.Replace("href=\"../../Site/", "href=\"/", StringComparison.Ordinal);
        html = Console().Replace(html, "<a data-console=\"#$1\">");
        Assert.DoesNotContain("href=\"..", html, StringComparison.Ordinal);
        return Picture().Replace(html, picture => $"src=\"/{picture.Groups[1].Value}\" {SizeOf(picture.Groups[1].Value)}");
    }

    // So that nothing moves when the picture comes.
    private static string SizeOf(string picture)
    {
        var size = ViewBox().Match(File.ReadAllText(Repository.File(["Site", .. picture.Split('/')])));
        return $"width=\"{size.Groups[1].Value}\" height=\"{size.Groups[2].Value}\"";
    }

    [GeneratedRegex("^- \\[[^\\]]*\\]\\(([a-z-]+)\\.md\\)", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex("^# (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("href=\"([a-z-]+)\\.md\"")]
    private static partial Regex Lesson();

    [GeneratedRegex("<a href=\"\\.\\./\\.\\./Local/WebConsole/Pages/views/([a-z]+)\\.js\">")]
    private static partial Regex Console();

    [GeneratedRegex("src=\"\\.\\./\\.\\./Site/([^\"]*)\"")]
    private static partial Regex Picture();

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+) ([0-9]+)\"")]
    private static partial Regex ViewBox();
}
