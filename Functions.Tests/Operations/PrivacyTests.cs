using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class PrivacyTests(TestTable table) : IClassFixture<TestTable>
{
    [Theory]
    [InlineData("private")]
    [InlineData("public")]
    public async Task OwnersOperations_OnAnothersGlossary_FindNothingAndChangeNothing(string visibility)
    {
        var owner = table.Api();
        var glossary = await owner.CreateGlossaryAsync(visibility: visibility);
        var term = await owner.CreateTermAsync(glossary.Id, "Lambda");
        var before = await table.PartitionAsync($"GLOSSARY#{glossary.Id}");
        var other = owner.AsAnother();

        Assert.Equal(404, (await other.ListMyTermsAsync(glossary.Id, new() { ["tag"] = "tag" })).Status);
        Assert.Equal(404, (await other.CreateTermAsync(glossary.Id, "mine", ["tag"], "key")).Status);
        foreach (var route in OnAGlossary(Audience.SignedIn))
        {
            var refused = await other.CallAsync(route.Operation, ValidCalls.On(route, other.Reader, glossary.Id, term.Id));

            Assert.True(
                (refused.Status, refused.Problem) == (404, "/problems/not-found"),
                $"Functions/Operations/{route.Operation}.cs answers another reader {refused.Status}: ask the store for the Viewer that is "
                    + "the reader.");
        }

        var after = await table.PartitionAsync($"GLOSSARY#{glossary.Id}");
        Assert.Equal(before.Select(item => item["sk"].S), after.Select(item => item["sk"].S));
        Assert.Empty(await table.PartitionAsync($"READER#{other.Reader}"));
    }

    [Fact]
    public async Task PublicOperations_OnAPrivateGlossary_FindNothing()
    {
        var owner = table.Api();
        var glossary = await owner.CreateGlossaryAsync();
        var term = await owner.CreateTermAsync(glossary.Id, "Lambda", ["tag"]);

        Assert.Equal(404, (await owner.PublicAsync("ListTerms", glossary.Id, query: new() { ["tag"] = "tag" })).Status);
        foreach (var route in OnAGlossary(Audience.Anyone))
        {
            var refused = await owner.CallAsync(route.Operation, ValidCalls.On(route, owner.Reader, glossary.Id, term.Id));

            Assert.True(
                (refused.Status, refused.Problem, refused.Header("Cache-Control")) == (404, "/problems/not-found", "no-store"),
                $"Functions/Operations/{route.Operation}.cs answers anyone {refused.Status}: ask the store for Viewer.Anyone.");
        }

        Assert.DoesNotContain(glossary.Id, (await owner.PagesAsync("ListGlossaries", null, 100, "id")).SelectMany(page => page));
    }

    [Fact]
    public async Task OwnersOperations_WithoutAReader_AreUnauthenticated()
    {
        foreach (var route in Routes.Handled.Where(route => route.Access is Audience.SignedIn))
        {
            var refused = await table.Api()
                .CallAsync(route.Operation, new() { Body = "{}", Headers = Api.Headers("If-Match", "*") });

            Assert.Equal((401, "/problems/unauthenticated"), (refused.Status, refused.Problem));
            Assert.Equal("Bearer", refused.Header("WWW-Authenticate"));
        }
    }

    [Fact]
    public async Task ATermOfAnotherGlossary_IsNotFoundThroughOnesOwn()
    {
        var (owner, other) = (table.Api(), table.Api());
        var theirs = await owner.CreateGlossaryAsync();
        var term = await owner.CreateTermAsync(theirs.Id, "Lambda");
        var mine = await other.CreateGlossaryAsync(visibility: "public");

        Assert.Equal(404, (await other.PublicAsync("GetTerm", mine.Id, term.Id)).Status);
        Assert.Equal(404, (await other.UpdateTermAsync(mine.Id, term.Id, "*", "mine")).Status);
        Assert.Equal(404, (await other.DeleteTermAsync(mine.Id, term.Id, "*")).Status);
    }

    private static IEnumerable<Route> OnAGlossary(Audience access) =>
        Routes.Handled.Where(route => route.Access == access && route.Path.Contains("{glossaryId}", StringComparison.Ordinal));
}
