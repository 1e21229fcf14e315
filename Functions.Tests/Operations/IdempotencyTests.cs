using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class IdempotencyTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task CreateGlossary_AgainWithTheSameKeyAndBody_AnswersTheFirstAnswerAndCreatesNothing()
    {
        var api = table.Api();
        var first = await api.CreateGlossaryAsync("first", key: "key");
        await api.UpdateGlossaryAsync(first.Id, "\"1\"", "changed since");

        var again = await api.CreateGlossaryAsync("first", key: "key");

        AssertSame(first, again);
        Assert.Equal([[first.Id]], await api.PagesAsync("ListMyGlossaries", null, 20, "id"));
    }

    [Fact]
    public async Task CreateTerm_AgainWithTheSameKeyAndBody_AnswersTheFirstAnswerAndCreatesNothing()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();
        var first = await api.CreateTermAsync(glossary.Id, "Lambda", ["tag"], "key");

        var again = await api.CreateTermAsync(glossary.Id, "Lambda", ["tag"], "key");

        AssertSame(first, again);
        Assert.Equal(1, (await api.GetMineAsync(glossary.Id)).Number("termCount"));
    }

    [Fact]
    public async Task Create_WithTheSameKeyAndAnotherRequest_IsRefusedAndCreatesNothing()
    {
        var api = table.Api();
        var (one, two) = (await api.CreateGlossaryAsync(), await api.CreateGlossaryAsync());
        await api.CreateTermAsync(one.Id, "Lambda", key: "key");

        var otherBody = await api.CreateTermAsync(one.Id, "S3", key: "key");
        var otherGlossary = await api.CreateTermAsync(two.Id, "Lambda", key: "key");

        Assert.Equal((422, "/problems/idempotency-key-reused"), (otherBody.Status, otherBody.Problem));
        Assert.Equal((422, "/problems/idempotency-key-reused"), (otherGlossary.Status, otherGlossary.Problem));
        Assert.Equal(1, (await api.GetMineAsync(one.Id)).Number("termCount"));
        Assert.Equal(0, (await api.GetMineAsync(two.Id)).Number("termCount"));
    }

    [Fact]
    public async Task Keys_BelongToOneReaderAndOneOperation()
    {
        var api = table.Api();

        var mine = await api.CreateGlossaryAsync("same", key: "key");
        var theirs = await api.AsAnother().CreateGlossaryAsync("same", key: "key");
        var term = await api.CreateTermAsync(mine.Id, "same", key: "key");

        Assert.Equal((201, 201, 201), (mine.Status, theirs.Status, term.Status));
        Assert.NotEqual(mine.Id, theirs.Id);
    }

    [Fact]
    public async Task Create_AfterTheKeyExpired_CreatesAnew_ThoughTheRecordIsStillThere()
    {
        var api = table.Api();
        var first = await api.CreateGlossaryAsync("same", key: "key");

        var within = await api.Later(TimeSpan.FromHours(23.9)).CreateGlossaryAsync("same", key: "key");
        var after = await api.Later(TimeSpan.FromHours(24.1)).CreateGlossaryAsync("same", key: "key");
        var otherBodyAfter = await api.Later(TimeSpan.FromHours(48.3)).CreateGlossaryAsync("other", key: "key");

        AssertSame(first, within);
        Assert.Equal((201, 201), (after.Status, otherBodyAfter.Status));
        Assert.NotEqual(first.Id, after.Id);
    }

    [Fact]
    public async Task Create_TenTimesAtOnceWithTheSameKey_CreatesOneAndAnswersAllAlike()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => api.CreateTermAsync(glossary.Id, "Lambda", key: "key")));

        Assert.All(replies, reply => AssertSame(replies[0], reply));
        Assert.Equal(1, (await api.GetMineAsync(glossary.Id)).Number("termCount"));
        Assert.Single((await api.PagesAsync("ListMyTerms", glossary.Id, 20)).Single());
    }

    [Fact]
    public async Task Create_ThatFailed_DoesNotUseTheKeyUp()
    {
        var api = table.Api();

        var refused = await api.CreateGlossaryAsync("", key: "key");
        var created = await api.CreateGlossaryAsync("A title", key: "key");

        Assert.Equal((400, 201), (refused.Status, created.Status));
    }

    [Fact]
    public async Task Create_WithAKey_ReadsNothing()
    {
        using var client = table.NewClient();
        var api = table.Api().Through(client);

        await api.CreateGlossaryAsync(key: "key");

        Assert.Equal([("PutItem", null)], client.Actions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("schlüssel")]
    public async Task Create_WithAKeyThatIsNone_IsRefused(string key)
    {
        var refused = await table.Api().CreateGlossaryAsync(key: key);

        Assert.Equal((400, "/problems/invalid-header"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task Create_WithAKeyOf255Characters_IsTaken_AndOf256IsNot()
    {
        Assert.Equal(201, (await table.Api().CreateGlossaryAsync(key: new('k', 255))).Status);
        Assert.Equal(400, (await table.Api().CreateGlossaryAsync(key: new('k', 256))).Status);
    }

    private static void AssertSame(Reply first, Reply again)
    {
        Assert.Equal(201, first.Status);
        Assert.Equal(
            (first.Status, first.Body, first.Header("Location"), first.Header("ETag")),
            (again.Status, again.Body, again.Header("Location"), again.Header("ETag")));
    }
}
