using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>https://www.rfc-editor.org/rfc/rfc9112#section-3.2.</summary>
public sealed class RawTargetTests
{
    [Theory]
    [InlineData("/", "/", "")]
    [InlineData("/a%2Fb//c/", "/a%2Fb//c/", "")]
    [InlineData("/a?", "/a", "")]
    [InlineData("/a?b=%20+&c=?", "/a", "b=%20+&c=?")]
    [InlineData("http://proxy.example/a%2Fb?c=d", "/a%2Fb", "c=d")]
    [InlineData("http://proxy.example", "/", "")]
    [InlineData("*", "*", "")]
    public void Target_IsItsPathAndItsQueryAsTheClientSentThem(string target, string path, string query) =>
        Assert.Equal(new RawTarget(path, query), RawTarget.Parse(target));
}
