using System.Text.RegularExpressions;

namespace Lexicon.Functions.Tests.Pages;

/// <summary>A page of the site that is made out of documents: the frame of the first page, with another content.</summary>
/// <param name="Title">What a tab shows, without the name of the site.</param>
/// <param name="Description">What a search engine shows.</param>
/// <param name="Script">The module of the page.</param>
/// <param name="Style">A style sheet besides those of the first page; null: none.</param>
internal sealed partial record PageFrame(string Title, string Description, string Script, string? Style = null)
{
    /// <summary>The page with this content of its main part, in lines.</summary>
    public string Around(string content)
    {
        var page = File.ReadAllText(Repository.File("Site", "index.html")).ReplaceLineEndings("\n");
        page = MainPart().Replace(page, Literal($"<main id=\"main\" tabindex=\"-1\">\n{content.ReplaceLineEndings("\n")}\n  </main>"));
        page = TitlePart().Replace(page, Literal($"<title>{Title} \u00B7 Lexicon</title>"));
        page = DescriptionPart().Replace(page, Literal(Description));
        page = page.Replace("browse-page.js", Script, StringComparison.Ordinal);
        const string Last = "  <link rel=\"stylesheet\" href=\"/styles/print.css\">\n";
        return Style is null
            ? page
            : page.Replace(Last, $"  <link rel=\"stylesheet\" href=\"/styles/{Style}\">\n{Last}", StringComparison.Ordinal);
    }

    // A dollar sign has no meaning in what comes in its place.
    private static string Literal(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<title>.*</title>")]
    private static partial Regex TitlePart();

    [GeneratedRegex("(?<=name=\"description\" content=\")[^\"]*")]
    private static partial Regex DescriptionPart();
}
