using Lexicon.Infra.Site;

namespace Lexicon.Infra.Tests.Site;

/// <summary>The names that files of the site get at synthesis.</summary>
public sealed partial class HashedPagesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-").FullName;

    private string Target => Path.Combine(_folder, "target");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void EveryFileThatAPageRefersTo_IsThere_AndNoneStaysWhereItsNameWouldMeanAnotherTomorrow()
    {
        HashedPages.Write(Repository.File("Site"), Target);
        var pages = Directory.GetFiles(Target, "*.html");

        Assert.NotEmpty(pages);
        Assert.Equal(["assets"], Directory.GetDirectories(Target).Select(Path.GetFileName));
        Assert.All(pages, page => Assert.DoesNotContain("\"/scripts/", File.ReadAllText(page), StringComparison.Ordinal));
        Assert.All(pages, page => Assert.All(
            Reference().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value),
            path => Assert.True(File.Exists(Path.Combine(Target, path)), $"{Path.GetFileName(page)} refers to /{path}")));
    }

    [Fact]
    public void Page_RefersToTheHashOfAllThatItMayLoad()
    {
        var source = Site(
            ("index.html", "<script src=\"/scripts/a.js\"></script><a href=\"/\">"), ("scripts/a.js", "import './b.js'"),
            ("scripts/b.js", "1"));

        HashedPages.Write(source, Target);

        var hash = Path.GetFileName(Assert.Single(Directory.GetDirectories(Path.Combine(Target, "assets"))));
        Assert.Matches("^[0-9a-f]{16}$", hash);
        Assert.Equal(
            $"<script src=\"/assets/{hash}/scripts/a.js\"></script><a href=\"/\">",
            File.ReadAllText(Path.Combine(Target, "index.html")));
        Assert.Equal("import './b.js'", File.ReadAllText(Path.Combine(Target, "assets", hash, "scripts", "a.js")));
    }

    [Fact]
    public void Readme_IsNoPage()
    {
        HashedPages.Write(Site(("index.html", ""), ("README.md", "# Site")), Target);

        Assert.Equal(["index.html"], Directory.GetFiles(Target).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("scripts/a.js", "1", "scripts/a.js", "1", true)]
    [InlineData("scripts/a.js", "1", "scripts/a.js", "2", false)]
    [InlineData("scripts/a.js", "1", "scripts/b.js", "1", false)]
    [InlineData("scripts/a.js", "1", "styles/a.js", "1", false)]
    public void Hash_IsOfNamesAndContents(string path, string content, string otherPath, string otherContent, bool same)
    {
        HashedPages.Write(Site((path, content)), Target);
        var hash = Assert.Single(Directory.GetDirectories(Path.Combine(Target, "assets")));
        HashedPages.Write(Site((otherPath, otherContent)), Target);
        var other = Assert.Single(Directory.GetDirectories(Path.Combine(Target, "assets")));

        Assert.Equal(same, hash == other);
    }

    [Fact]
    public void Synthesis_DeploysThem()
    {
        var key = Stages.Dev.Site["DeploymentContentCustomResource256MiB9FB4793B"].Texts("SourceObjectKeys")[0];

        Assert.Contains("\"/assets/", File.ReadAllText(Path.Combine(Stages.Dev.Asset(key), "index.html")), StringComparison.Ordinal);
    }

    private string Site(params (string Path, string Content)[] files)
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder, $"{Guid.NewGuid()}")).FullName;
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(source, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }

        return source;
    }

    [GeneratedRegex("""(?:src|href)="/([\w./-]+\.(?:js|css|svg|html))["?#]""")]
    private static partial Regex Reference();
}
