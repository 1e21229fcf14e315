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
        var match = RouterOf(Tree).Match("GET", path);

        Assert.Equal(resource, match?.Resource.Path);
        Assert.Equal(parameters, string.Join(' ', match!.Parameters.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("/z")]
    [InlineData("/files")]
    [InlineData("/A")]
    [InlineData("/z/b/c")]
    public void OtherPath_MatchesNothing(string path) => Assert.Null(RouterOf(Tree).Match("GET", path));

    [Fact]
    public void ResourceWithoutMethods_IsNotThere()
    {
        var router = new Router([Resource("/{proxy+}", "GET"), Resource("/a")]);

        Assert.Equal("/{proxy+}", router.Match("GET", "/a")?.Resource.Path);
    }

    [Theory]
    [InlineData("OPTIONS", "/test", "/{proxy+} OPTIONS", "proxy=test")]
    [InlineData("POST", "/test", "/test POST", "")]
    [InlineData("OPTIONS", "/test/any", "/test/any ANY", "")]
    [InlineData("OPTIONS", "/test/a", "/{proxy+} OPTIONS", "proxy=test/a")]
    [InlineData("GET", "/test/a", "/test/{id} GET", "id=a")]
    [InlineData("GET", "/test/only", "/test/{id} GET", "id=only")]
    [InlineData("GET", "/test/a/b", null, null)]
    [InlineData("PUT", "/test", null, null)]
    public void Resource_HasOnlyItsMethods_AndHidesNoOther(string method, string path, string? found, string? parameters)
    {
        var router = new Router(
        [
            Resource("/test", "POST"), Resource("/test/any", "ANY"), Resource("/test/only", "PUT"), Resource("/test/{id}", "GET"),
            Resource("/{proxy+}", "OPTIONS"),
        ]);

        var match = router.Match(method, path);

        Assert.Equal(found, match is null ? null : $"{match.Resource.Path} {match.Method.Name}");
        Assert.Equal(parameters, match is null ? null : string.Join(' ', match.Parameters.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void ResourcesOfOtherMethods_ChangeNothing() =>
        Prop.ForAll(Segments, segments =>
        {
            var path = "/" + string.Join('/', segments);
            var others = Tree.Append(Uri.UnescapeDataString(path)).Where(other => other != "/").Distinct();
            var match = new Router([.. others.Select(other => Resource(other, "POST")), Resource("/{proxy+}", "GET")]).Match("GET", path);
            return match!.Resource.Path == "/{proxy+}" && match.Parameters.Single() is ("proxy", var rest) && rest == path[1..];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Literal_BeatsParameter_BeatsGreedy() =>
        Prop.ForAll(Segments, segments =>
        {
            var path = "/" + string.Join('/', segments);
            var literal = Uri.UnescapeDataString(path);
            var parameter = string.Join('/', literal.Split('/')[..^1]) + "/{p}";
            string[] resources = ["/{proxy+}", parameter, literal];
            return RouterOf(resources).Match("GET", path)?.Resource.Path == literal
                && RouterOf(resources[..2]).Match("GET", path) is { } second
                && second.Resource.Path == parameter && second.Parameters["p"] == segments[^1]
                && RouterOf(resources[..1]).Match("GET", path) is { } third && third.Parameters["proxy"] == path[1..];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_OfTheResources_ChangesNothing() =>
        Prop.ForAll(Segments, ArbMap.Default.ArbFor<int>(), (segments, seed) =>
        {
            var shuffled = Tree.ToArray();
            new Random(seed).Shuffle(shuffled);
            var path = "/" + string.Join('/', segments);
            return RouterOf(shuffled).Match("GET", path)?.Resource.Path == RouterOf(Tree).Match("GET", path)?.Resource.Path;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void SlashAtTheEnd_ChangesNothing() =>
        Prop.ForAll(Segments, segments =>
        {
            var path = "/" + string.Join('/', segments);
            var (without, with) = (RouterOf(Tree).Match("GET", path), RouterOf(Tree).Match("GET", path + "/"));
            return without?.Resource.Path == with?.Resource.Path
                && (without is null || without.Parameters.SequenceEqual(with!.Parameters));
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string[]> Segments => Gen.Elements("a", "b", "c", "d", "files", "%2B", "a%20b", "x.y", "~")
        .NonEmptyListOf()
        .Select(segments => segments.Take(5).ToArray())
        .ToArbitrary();

    private static Router RouterOf(IEnumerable<string> paths) => new(paths.Select(path => Resource(path, "GET")));

    private static ApiResource Resource(string path, params string[] methods)
    {
        var resource = new ApiResource(path, path);
        foreach (var method in methods)
        {
            resource.Methods.Add(method, new(method, null!));
        }

        return resource;
    }
}
