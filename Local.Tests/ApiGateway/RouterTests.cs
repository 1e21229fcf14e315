using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class RouterTests
{
    /// <summary>Every kind of resource side by side.</summary>
    private static readonly string[] Tree =
    [
        "/", "/a", "/a/b", "/a/b/c", "/a/{x}", "/a/{x}/c", "/a/{x}/{y}", "/a/{rest+}", "/{x}/b", "/files/{path+}",
    ];

    [Theory]
    [InlineData("/", "/", "")]
    [InlineData("/a", "/a", "")]
    [InlineData("/a/", "/a", "")]
    [InlineData("//a", "/a", "")]
    [InlineData("/%61", "/a", "")]
    [InlineData("/a/b", "/a/b", "")]
    [InlineData("/a/z", "/a/{x}", "x=z")]
    [InlineData("/a/z/", "/a/{x}", "x=z")]
    [InlineData("/a/a%20b", "/a/{x}", "x=a%20b")]
    [InlineData("/a/b/c", "/a/b/c", "")]
    [InlineData("/a/z/c", "/a/{x}/c", "x=z")]
    [InlineData("/a/b/d", "/a/{x}/{y}", "x=b y=d")]
    [InlineData("/a/b/c/d", "/a/{rest+}", "rest=b/c/d")]
    [InlineData("/z/b", "/{x}/b", "x=z")]
    [InlineData("/files/a//b/%2B/c/", "/files/{path+}", "path=a//b/%2B/c")]
    public void Path_MatchesTheMostSpecificResource(string path, string resource, string parameters)
    {
        var match = RouterOf(Tree).Match(path);

        Assert.Equal(resource, match?.Resource.Path);
        Assert.Equal(parameters, string.Join(' ', match!.Parameters.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("/z")]
    [InlineData("/files")]
    [InlineData("/A")]
    [InlineData("/z/b/c")]
    public void OtherPath_MatchesNothing(string path) => Assert.Null(RouterOf(Tree).Match(path));

    [Fact]
    public void ResourceWithoutMethods_IsNotThere()
    {
        var router = new Router([Resource("/{proxy+}"), new ApiResource("id", "/a")]);

        Assert.Equal("/{proxy+}", router.Match("/a")?.Resource.Path);
    }

    [Fact]
    public void Literal_BeatsParameter_BeatsGreedy()
        => Prop.ForAll(Segments, segments =>
        {
            var path = "/" + string.Join('/', segments);
            var literal = Uri.UnescapeDataString(path);
            var parameter = string.Join('/', literal.Split('/')[..^1]) + "/{p}";
            string[] resources = ["/{proxy+}", parameter, literal];
            return RouterOf(resources).Match(path)?.Resource.Path == literal
                && RouterOf(resources[..2]).Match(path) is { } second
                && second.Resource.Path == parameter && second.Parameters["p"] == segments[^1]
                && RouterOf(resources[..1]).Match(path) is { } third && third.Parameters["proxy"] == path[1..];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_OfTheResources_ChangesNothing()
        => Prop.ForAll(Segments, ArbMap.Default.ArbFor<int>(), (segments, seed) =>
        {
            var shuffled = Tree.ToArray();
            new Random(seed).Shuffle(shuffled);
            var path = "/" + string.Join('/', segments);
            return RouterOf(shuffled).Match(path)?.Resource.Path == RouterOf(Tree).Match(path)?.Resource.Path;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void SlashAtTheEnd_ChangesNothing()
        => Prop.ForAll(Segments, segments =>
        {
            var path = "/" + string.Join('/', segments);
            var (without, with) = (RouterOf(Tree).Match(path), RouterOf(Tree).Match(path + "/"));
            return without?.Resource.Path == with?.Resource.Path
                && (without is null || without.Parameters.SequenceEqual(with!.Parameters));
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string[]> Segments => Gen.Elements("a", "b", "c", "d", "files", "%2B", "a%20b", "x.y", "~")
        .NonEmptyListOf()
        .Select(segments => segments.Take(5).ToArray())
        .ToArbitrary();

    private static Router RouterOf(IEnumerable<string> paths) => new(paths.Select(Resource));

    private static ApiResource Resource(string path)
    {
        var resource = new ApiResource(path, path);
        resource.Methods.Add("GET", new("GET", null!));
        return resource;
    }
}
