using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class RemovalTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task Delete_OfAGlossaryWith130Terms_LeavesNothing()
    {
        var (api, glossaryId) = await GlossaryAsync(130);

        var deleted = await api.DeleteGlossaryAsync(glossaryId, "\"1\"");

        Assert.Equal(204, deleted.Status);
        Assert.Empty(await table.PartitionAsync($"GLOSSARY#{glossaryId}"));
        Assert.Empty(await table.PartitionAsync($"READER#{api.Reader}"));
    }

    [Fact]
    public async Task Delete_ThatIsInterrupted_HidesTheGlossaryAtOnce_AndTheNextRequestFinishesIt()
    {
        var (api, glossaryId) = await GlossaryAsync(30, "public");
        var termId = (await api.ListMyTermsAsync(glossaryId, new() { ["limit"] = "1" })).Items[0].GetProperty("id").GetString()!;
        using var failing = table.NewClient();
        (failing.Fault, failing.FaultyAction) = (new ProvisionedThroughputExceededException("Slow down."), "BatchWriteItem");

        var interrupted = await api.Through(failing).DeleteGlossaryAsync(glossaryId, "\"1\"");

        Assert.Equal((503, "/problems/busy", "1"), (interrupted.Status, interrupted.Problem, interrupted.Header("Retry-After")));
        Assert.Equal(61, (await table.PartitionAsync($"GLOSSARY#{glossaryId}")).Count);
        await AssertGoneAsync(api, glossaryId, termId);

        Assert.Equal(204, (await api.DeleteGlossaryAsync(glossaryId, "\"1\"")).Status);
        Assert.Empty(await table.PartitionAsync($"GLOSSARY#{glossaryId}"));
        Assert.Equal(404, (await api.DeleteGlossaryAsync(glossaryId, "\"1\"")).Status);
    }

    [Fact]
    public async Task Delete_WithoutTimeForAllTerms_SaysSo_AndOnlyTheOwnerCanFinishIt()
    {
        var (api, glossaryId) = await GlossaryAsync(3);
        await MarkAsDeletingAsync(glossaryId);

        var unfinished = await api.At(new FrozenTime()).CallAsync("DeleteGlossary", new()
        {
            Reader = api.Reader,
            Path = Api.Paths(glossaryId, null),
            Headers = Api.Headers("If-Match", "*"),
            Time = TimeSpan.FromMilliseconds(790),
        });
        var others = await api.AsAnother().DeleteGlossaryAsync(glossaryId, "*");

        Assert.Equal((503, "/problems/deletion-unfinished"), (unfinished.Status, unfinished.Problem));
        Assert.Equal(404, others.Status);
        Assert.Equal(7, (await table.PartitionAsync($"GLOSSARY#{glossaryId}")).Count);
        Assert.Equal(204, (await api.DeleteGlossaryAsync(glossaryId, "*")).Status);
    }

    [Fact]
    public async Task Delete_WhileTermsAreAddedAndEdited_LeavesNothing()
    {
        var (api, glossaryId) = await GlossaryAsync(20);
        var terms = (await api.ListMyTermsAsync(glossaryId)).Items.Select(item => item.GetProperty("id").GetString()!);

        var writes = terms.SelectMany((id, at) => new[]
        {
            api.CreateTermAsync(glossaryId, $"New {at}", ["new"]),
            api.UpdateTermAsync(glossaryId, id, "*", $"Edited {at}", [$"edited {at}"]),
        }).ToList();
        var deleted = await api.DeleteGlossaryAsync(glossaryId, "*");
        await Task.WhenAll(writes);

        Assert.Equal(204, deleted.Status);
        Assert.Empty(await table.PartitionAsync($"GLOSSARY#{glossaryId}"));
    }

    private static async Task AssertGoneAsync(Api api, string glossaryId, string termId)
    {
        foreach (var gone in new[]
        {
            await api.GetMineAsync(glossaryId),
            await api.ListMyTermsAsync(glossaryId),
            await api.PublicAsync("GetGlossary", glossaryId),
            await api.PublicAsync("ListTerms", glossaryId),
            await api.PublicAsync("GetTerm", glossaryId, termId),
            await api.UpdateGlossaryAsync(glossaryId, "*"),
            await api.CreateTermAsync(glossaryId, "late"),
            await api.UpdateTermAsync(glossaryId, termId, "*", "late"),
            await api.DeleteTermAsync(glossaryId, termId, "*"),
        })
        {
            Assert.Equal(404, gone.Status);
        }

        Assert.DoesNotContain(glossaryId, (await api.PagesAsync("ListGlossaries", null, 100, "id")).SelectMany(page => page));
        Assert.Equal([[]], await api.PagesAsync("ListMyGlossaries", null, 20, "id"));
    }

    private async Task<(Api Api, string GlossaryId)> GlossaryAsync(int terms, string visibility = "private")
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: visibility);
        foreach (var batch in Enumerable.Range(0, terms).Chunk(20))
        {
            await Task.WhenAll(batch.Select(number => api.CreateTermAsync(glossary.Id, $"Term {number}", ["tag"])));
        }

        return (api, glossary.Id);
    }

    private async Task MarkAsDeletingAsync(string glossaryId) => await table.Client.UpdateItemAsync(new()
    {
        TableName = TestTable.Name,
        Key = new() { ["pk"] = new($"GLOSSARY#{glossaryId}"), ["sk"] = new("GLOSSARY") },
        UpdateExpression = "SET deletingAt = :now",
        ExpressionAttributeValues = new() { [":now"] = new("2026-11-22T10:00:00.000Z") },
    });
}
