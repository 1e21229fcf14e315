using System.Text.RegularExpressions;

namespace Lexicon.EndToEnd.Tests.Pages;

/// <summary>The files of the site as they are served: there is no build step that could find a mistake in them.</summary>
public sealed partial class PageFilesTests
{
    private static readonly string Folder = Repository.File("Site");

    public static TheoryData<string> Pages() => Files("*.html");

    public static TheoryData<string> Scripts() => Files("*.js");

    public static TheoryData<string> Styles() => Files("*.css");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_HasNoScriptAndNoStyleInline_SoThatTheContentSecurityPolicyCanBeStrict(string page) =>
        Assert.DoesNotMatch(Inline(), Read(page));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_LinksToFilesThatAreThere_AndToNoOtherSiteButDocuments(string page) =>
        Assert.All(Link().Matches(Read(page)).Select(match => match.Groups[1].Value), link => AssertThere(link, Folder));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_HasALanguageATitleOneHeadingAtMostAndLandmarks(string page)
    {
        var html = Read(page);

        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Matches("<title>[^<]+</title>", html);
        Assert.InRange(html.Split("<h1").Length - 1, 0, 1);
        Assert.All(["<header", "<nav", "<main id=\"main\"", "<footer", "href=\"#main\""], part =>
            Assert.Contains(part, html, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_ImportsModulesThatAreThere_AndNothingFromElsewhere(string script) =>
        Assert.All(
            Import().Matches(Read(script)).Select(match => match.Groups[1].Value),
            module => AssertThere(module, Path.GetDirectoryName(Path.Combine(Folder, script))!));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_NeverTurnsTextIntoMarkupOrCode(string script) => Assert.DoesNotMatch(Markup(), Read(script));

    [Theory]
    [MemberData(nameof(Styles))]
    public void Style_LoadsFilesThatAreThere_AndNothingFromElsewhere(string style) => Assert.All(
        Loaded().Matches(Read(style)).Select(match => match.Groups[1].Value),
        file => AssertThere(file, Path.GetDirectoryName(Path.Combine(Folder, style))!));

    [Fact]
    public void CopyOfAPackage_IsWhatThePackageHas() => Assert.Equal(
        File.ReadAllText(Repository.File("node_modules", "aws4fetch", "dist", "aws4fetch.esm.mjs")), Read("scripts/vendor/aws4fetch.js"));

    private static TheoryData<string> Files(string pattern) =>
        new(Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static void AssertThere(string link, string from)
    {
        var path = link is "/" ? "index.html" : link.TrimStart('/').Split('#')[0];
        var file = Path.Combine(link.StartsWith('/') ? Folder : from, path);
        var isElsewhere = link.StartsWith('#') || link.StartsWith("/api/", StringComparison.Ordinal) || Document().IsMatch(link);
        Assert.True(isElsewhere || File.Exists(file), $"{link} leads to no file of the site");
    }

    [GeneratedRegex("""<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("\\s(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    // Where a lesson has what it says from.
    [GeneratedRegex("^https://(docs\\.aws\\.amazon\\.com|aws\\.amazon\\.com|www\\.rfc-editor\\.org)/")]
    private static partial Regex Document();

    [GeneratedRegex("(?:from|import) \"([^\"]+)\"")]
    private static partial Regex Import();

    [GeneratedRegex("""(?:@import\s+|url\()"?([^")]+)""")]
    private static partial Regex Loaded();

    [GeneratedRegex("""innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function""")]
    private static partial Regex Markup();
}
