using Amazon.DynamoDBv2;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

/// <summary>
/// A write is done, its answer gets lost, and the SDK sends it again: nothing is done twice, and nobody is told that someone else
/// was quicker when it was they themselves.
/// </summary>
public sealed class LostAnswerTests : IClassFixture<TestTable>, IDisposable
{
    private const string Transaction = "TransactWriteItems";

    private readonly TestTable _table;
    private readonly LossyEndpoint _endpoint;
    private readonly AmazonDynamoDBClient _client;
    private readonly Api _api;
    private readonly Api _lossy;

    public LostAnswerTests(TestTable table)
    {
        _table = table;
        _endpoint = new(table.Endpoint);
        _client = _endpoint.NewClient(table.Credentials);
        _api = table.Api();
        _lossy = _api.Through(_client);
    }

    public void Dispose()
    {
        _client.Dispose();
        _endpoint.Dispose();
    }

    [Fact]
    public async Task CreateGlossary_HappensOnce()
    {
        _endpoint.Losing.Add(Transaction);

        var created = await _lossy.CreateGlossaryAsync();

        Assert.Equal((201, 1), (created.Status, _endpoint.Lost));
        Assert.Equal([[created.Id]], await _api.PagesAsync("ListMyGlossaries", null, 20, "id"));
    }

    [Fact]
    public async Task UpdateGlossary_IsDoneOnce_AndNotTakenForSomeoneElses()
    {
        var glossary = await _api.CreateGlossaryAsync();
        _endpoint.Losing.Add(Transaction);

        var updated = await _lossy.UpdateGlossaryAsync(glossary.Id, "\"1\"", "Mine");

        Assert.Equal((200, "Mine", 2, 1), (updated.Status, updated.Text("title"), updated.Number("version"), _endpoint.Lost));
    }

    [Fact]
    public async Task UpdateGlossary_ThatIsOvertakenBeforeItIsSentAgain_WasDoneAllTheSame()
    {
        var glossary = await _api.CreateGlossaryAsync();
        _endpoint.Losing.Add(Transaction);
        Reply? others = null;
        _endpoint.Meanwhile = async () => others = await _api.UpdateGlossaryAsync(glossary.Id, "\"2\"", "Theirs");

        var updated = await _lossy.UpdateGlossaryAsync(glossary.Id, "\"1\"", "Mine");

        Assert.Equal((200, "Mine", 2), (updated.Status, updated.Text("title"), updated.Number("version")));
        Assert.Equal("\"2\"", updated.Header("ETag"));
        Assert.Equal((200, "Theirs", 3), (others!.Status, others.Text("title"), others.Number("version")));
        Assert.Equal("Theirs", (await _api.GetMineAsync(glossary.Id)).Text("title"));
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("*")]
    public async Task UpdateGlossary_ThatManyOvertakeBeforeItIsSentAgain_OverwritesNoneOfThem(string ifMatch)
    {
        var glossary = await _api.CreateGlossaryAsync();
        _endpoint.Losing.Add(Transaction);
        _endpoint.Meanwhile = async () =>
        {
            await _api.UpdateGlossaryAsync(glossary.Id, "*", "Second");
            await _api.UpdateGlossaryAsync(glossary.Id, "*", "Third");
        };

        var updated = await _lossy.UpdateGlossaryAsync(glossary.Id, ifMatch, "First");

        Assert.Equal((200, "First", 2), (updated.Status, updated.Text("title"), updated.Number("version")));
        var now = await _api.GetMineAsync(glossary.Id);
        Assert.Equal(("Third", 4), (now.Text("title"), now.Number("version")));
    }

    [Fact]
    public async Task UpdateGlossary_WhileOthersAreQuickerThanItsFirstAttempt_IsRefused()
    {
        var glossary = await _api.CreateGlossaryAsync();
        _endpoint.Losing.Add("GetItem");
        _endpoint.Meanwhile = () => _api.UpdateGlossaryAsync(glossary.Id, "\"1\"", "Theirs");

        var refused = await _lossy.UpdateGlossaryAsync(glossary.Id, "\"1\"", "Mine");

        Assert.Equal((412, 1), (refused.Status, _endpoint.Lost));
        Assert.Equal("Theirs", (await _api.GetMineAsync(glossary.Id)).Text("title"));
    }

    [Fact]
    public async Task TermsAndReviews_AreWrittenOnce()
    {
        var glossary = await _api.CreateGlossaryAsync();

        var created = await LosingAsync(() => _lossy.CreateTermAsync(glossary.Id, "Lambda", ["one"], "key"));
        var updated = await LosingAsync(() => _lossy.UpdateTermAsync(glossary.Id, created.Id, "\"1\"", "Lambda", ["two"]));
        var first = await LosingAsync(() => _lossy.ReviewAsync(glossary.Id, created.Id, 4));
        var second = await LosingAsync(() => _lossy.ReviewAsync(glossary.Id, created.Id, 4, "key"));
        var deleted = await LosingAsync(() => _lossy.DeleteTermAsync(glossary.Id, created.Id, "\"2\""));

        Assert.Equal(5, _endpoint.Lost);
        Assert.Equal((201, 200, 204), (created.Status, updated.Status, deleted.Status));
        Assert.Equal((2, 1, 2), (updated.Number("version"), first.Number("version"), second.Number("version")));
        Assert.Equal(0, (await _api.GetMineAsync(glossary.Id)).Number("termCount"));
    }

    [Fact]
    public async Task UpdateTerm_ThatIsOvertakenBeforeItIsSentAgain_WasDoneAllTheSame()
    {
        var glossary = await _api.CreateGlossaryAsync();
        var term = await _api.CreateTermAsync(glossary.Id, "Lambda");
        _endpoint.Meanwhile = () => _api.UpdateTermAsync(glossary.Id, term.Id, "\"2\"", "Theirs");

        var updated = await LosingAsync(() => _lossy.UpdateTermAsync(glossary.Id, term.Id, "\"1\"", "Mine"));

        Assert.Equal((200, "Mine", 2), (updated.Status, updated.Text("term"), updated.Number("version")));
        Assert.Equal([["Theirs"]], await _api.PagesAsync("ListMyTerms", glossary.Id, 20));
    }

    [Fact]
    public async Task DeleteGlossary_IsDone_WhicheverAnswerGetsLost()
    {
        var glossary = await _api.CreateGlossaryAsync();
        await _api.CreateTermAsync(glossary.Id, "Lambda");
        _endpoint.Losing.UnionWith([Transaction, "BatchWriteItem"]);

        var deleted = await _lossy.DeleteGlossaryAsync(glossary.Id, "\"1\"");

        Assert.Equal((204, 2), (deleted.Status, _endpoint.Lost));
        Assert.Empty(await _table.PartitionAsync($"GLOSSARY#{glossary.Id}"));
    }

    private Task<Reply> LosingAsync(Func<Task<Reply>> call)
    {
        _endpoint.Losing.Add(Transaction);
        return call();
    }
}
