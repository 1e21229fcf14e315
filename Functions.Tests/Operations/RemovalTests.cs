using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class RemovalTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task DeleteGlossary_OfAGlossaryWith130Terms_LeavesNothing()
    {
        var (api, glossaryId) = await GlossaryAsync(130);

        var deleted = await api.DeleteGlossaryAsync(glossaryId, "\"1\"");

        Assert.Equal(204, deleted.Status);
        Assert.Empty(await table.PartitionAsync($"GLOSSARY#{glossaryId}"));
        Assert.Empty(await table.PartitionAsync($"READER#{api.Reader}"));
    }

    [Fact]
    public async Task DeleteGlossary_OfAGlossaryThatManyStudy_RemovesEveryReadersReviews_AndNoOthers()
    {
        var (api, glossaryId) = await GlossaryAsync(120, "public");
        var (_, keptId) = await GlossaryAsync(1, "public", api);
        var kept = (await api.ListMyTermsAsync(keptId)).Items[0].GetProperty("id").GetString()!;
        var readers = await StudiedByAsync(api, glossaryId, 4);
        await Task.WhenAll(readers.Select(reader => reader.ReviewAsync(keptId, kept, 4)));

        var deleted = await api.DeleteGlossaryAsync(glossaryId, "*");

        Assert.Equal(204, deleted.Status);
        Assert.Empty(await table.PartitionAsync($"GLOSSARY#{glossaryId}"));
        Assert.All(readers, reader => Assert.Equal(
            [$"GLOSSARY#{keptId}", $"REVIEW#{keptId}#{kept}"],
            table.PartitionAsync($"STUDY#{reader.Reader}").Result.Select(item => item["sk"].S)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(14)]
    public async Task DeleteGlossary_ThatIsInterruptedAnywhere_IsFinishedByTheNextRequest(int batches)
    {
        var (api, glossaryId) = await GlossaryAsync(30, "public");
        var readers = await StudiedByAsync(api, glossaryId, 3);
        using var failing = table.NewClient();
        (failing.Fault, failing.FaultyAction, failing.Spared) =
            (new ProvisionedThroughputExceededException("Slow down."), "BatchWriteItem", batches);

        var interrupted = await api.Through(failing).DeleteGlossaryAsync(glossaryId, "*");

        Assert.Equal((503, "/problems/busy"), (interrupted.Status, interrupted.Problem));
        Assert.Contains(await table.PartitionAsync($"GLOSSARY#{glossaryId}"), item => item["sk"].S == "GLOSSARY");
        Assert.All(readers, reader => Assert.Equal(404, reader.DueAsync(glossaryId).Result.Status));
        Assert.All(readers, reader => Assert.Empty(reader.Later(TimeSpan.FromDays(2)).DueAsync().Result.Items));
        Assert.Equal(204, (await api.DeleteGlossaryAsync(glossaryId, "*")).Status);
        Assert.Empty(await table.PartitionAsync($"GLOSSARY#{glossaryId}"));
        Assert.All(readers, reader => Assert.Empty(table.PartitionAsync($"STUDY#{reader.Reader}").Result));
    }

    [Fact]
    public async Task DeleteGlossary_WhileReadersStudy_LeavesNothing()
    {
        var (api, glossaryId) = await GlossaryAsync(20, "public");
        var terms = (await api.ListMyTermsAsync(glossaryId)).Items.Select(item => item.GetProperty("id").GetString()!).ToList();
        var readers = Enumerable.Range(0, 5).Select(_ => api.AsAnother()).ToList();

        var writes = readers.SelectMany(reader => terms.Select(id => reader.ReviewAsync(glossaryId, id, 4))).ToList();
        var deleted = await api.DeleteGlossaryAsync(glossaryId, "*");
        await Task.WhenAll(writes);

        Assert.Equal(204, deleted.Status);
        Assert.Empty(await table.PartitionAsync($"GLOSSARY#{glossaryId}"));
        Assert.All(readers, reader => Assert.Empty(table.PartitionAsync($"STUDY#{reader.Reader}").Result));
    }

    [Fact]
    public async Task DeleteGlossary_ThatIsInterrupted_HidesTheGlossaryAtOnce_AndTheNextRequestFinishesIt()
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
    public async Task DeleteGlossary_WithoutTimeForAllTerms_SaysSo_AndOnlyTheOwnerCanFinishIt()
    {
        var (api, glossaryId) = await GlossaryAsync(3);
        await MarkAsDeletingAsync(glossaryId);

        var unfinished = await api.At(new TestClock(TimeProvider.System.GetUtcNow())).CallAsync("DeleteGlossary", new()
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
    public async Task DeleteGlossary_WhileTermsAreAddedAndEdited_LeavesNothing()
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

    private async Task<(Api Api, string GlossaryId)> GlossaryAsync(
        int terms, string visibility = "private", Api? existing = null)
    {
        var api = existing ?? table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: visibility);
        foreach (var batch in Enumerable.Range(0, terms).Chunk(20))
        {
            await Task.WhenAll(batch.Select(number => api.CreateTermAsync(glossary.Id, $"Term {number}", ["tag"])));
        }

        return (api, glossary.Id);
    }

    /// <summary>Readers who have each reviewed every term.</summary>
    private static async Task<List<Api>> StudiedByAsync(Api api, string glossaryId, int readers)
    {
        List<Api> all = [.. Enumerable.Range(0, readers).Select(_ => api.AsAnother())];
        foreach (var page in await api.PagesAsync("ListMyTerms", glossaryId, 20, "id"))
        {
            foreach (var reader in all)
            {
                await Task.WhenAll(page.Select(id => reader.ReviewAsync(glossaryId, id, 4)));
            }
        }

        return all;
    }

    private async Task MarkAsDeletingAsync(string glossaryId) => await table.Client.UpdateItemAsync(new()
    {
        TableName = TestTable.Name,
        Key = new() { ["pk"] = new($"GLOSSARY#{glossaryId}"), ["sk"] = new("GLOSSARY") },
        UpdateExpression = "SET deletingAt = :now",
        ExpressionAttributeValues = new() { [":now"] = new("2026-11-22T10:00:00.000Z") },
    });
}
