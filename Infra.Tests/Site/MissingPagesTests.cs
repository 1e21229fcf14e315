using Lexicon.Infra.Site;

namespace Lexicon.Infra.Tests.Site;

/// <summary>What the function for missing pages knows.</summary>
public sealed class MissingPagesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Function_KnowsEachFileThatIsDeployed_AndNotItsOwnPage()
    {
        Put("index.html", "");
        Put("favicon.svg", "");
        Put(MissingPagesCode.Page, "<h1>\"Not\" here</h1>");

        var code = MissingPagesCode.Write(_folder);

        Assert.StartsWith(
            "const known = [\"/\",\"/config.json\",\"/favicon.svg\",\"/index.html\"];\nconst page = \"<h1>\\\"Not\\\" here</h1>\";\n",
            code,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Function_ThatIsLongerThanCloudFrontAccepts_IsRefused()
    {
        Put(MissingPagesCode.Page, new string('a', 10 * 1024));

        var refusal = Assert.Throws<InvalidOperationException>(() => MissingPagesCode.Write(_folder));

        Assert.Contains("CloudFront accepts 10240", refusal.Message, StringComparison.Ordinal);
    }

    private void Put(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);
}
