using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class GetMyTermTests(TestTable table) : IClassFixture<TestTable>
{
    [Theory]
    [InlineData("private")]
    [InlineData("public")]
    public async Task GetMyTerm_AnswersItsOwnerAsTheyWroteIt_AndFindsNothingForAnother(string visibility)
    {
        var owner = table.Api();
        var glossary = await owner.CreateGlossaryAsync(visibility: visibility);
        var term = await owner.CreateTermAsync(glossary.Id, "Lambda", ["Compute"]);
        var updated = await owner.UpdateTermAsync(glossary.Id, term.Id, "*", "AWS Lambda");

        var got = await owner.GetMyTermAsync(glossary.Id, term.Id);
        var another = await owner.AsAnother().GetMyTermAsync(glossary.Id, term.Id);

        Assert.Equal((200, updated.Body, "\"2\""), (got.Status, got.Body, got.Header("ETag")));
        Assert.Equal((404, "/problems/not-found"), (another.Status, another.Problem));
    }

    [Fact]
    public async Task GetMyTerm_WithTheETagThatTheReaderHas_IsNotModified()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        var term = await api.CreateTermAsync(glossary.Id, "Lambda");

        var same = await api.GetMyTermAsync(glossary.Id, term.Id, "W/\"1\"");
        var other = await api.GetMyTermAsync(glossary.Id, term.Id, "\"2\"");

        Assert.Equal((304, "", "\"1\""), (same.Status, same.Body, same.Header("ETag")));
        Assert.Equal((200, term.Body), (other.Status, other.Body));
    }

    [Fact]
    public async Task GetMyTerm_ThatIsGoneOrInAnotherGlossary_IsNotFound()
    {
        var api = table.Api();
        var (glossary, other) = (await api.CreateGlossaryAsync(), await api.CreateGlossaryAsync());
        var term = await api.CreateTermAsync(glossary.Id, "Lambda");

        Assert.Equal(404, (await api.GetMyTermAsync(other.Id, term.Id)).Status);
        await api.DeleteTermAsync(glossary.Id, term.Id, "*");
        Assert.Equal(404, (await api.GetMyTermAsync(glossary.Id, term.Id)).Status);
    }
}
