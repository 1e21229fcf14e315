using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Functions.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Live;

/// <summary>Who is told what, when glossaries and terms have changed in the table.</summary>
public sealed class PublishChangesTests(TestTable table) : IClassFixture<TestTable>
{
    [Fact]
    public async Task Changes_AreToldInOneMessage_InTheirOrder()
    {
        var (api, live) = (table.Api(), Live());
        var (glossary, follower) = await FollowedAsync(api, live);
        var term = await api.CreateTermAsync(glossary, "tide");
        var first = await ItemAsync(glossary, "TERM#");
        await api.UpdateTermAsync(glossary, term.Id, "\"1\"", "ebb");
        var second = await ItemAsync(glossary, "TERM#");

        var failures = await live.PublishAsync(new StreamBatch().Added(first).Changed(first, second).Removed(second));

        Assert.Empty(failures);
        var told = Assert.Single(live.ChangesTold(follower));
        Assert.Equal(
            [("termAdded", 1, "tide"), ("termChanged", 2, "ebb"), ("termRemoved", 2, null)],
            told.Select(change => ((string?)change!["kind"], (int)change["version"]!, (string?)change["term"]?["term"])));
        Assert.All(told, change => Assert.Equal(term.Id, (string?)change!["termId"]));
        Assert.Equal(JsonNode.Parse(term.Body)!.ToJsonString(), told[0]!["term"]!.ToJsonString());
    }

    [Fact]
    public async Task TermThatAModeratorHides_IsToldAsGone_AndAsNewWhenItIsShownAgain()
    {
        var (api, live) = (table.Api(), Live());
        var (glossary, follower) = await FollowedAsync(api, live);
        await api.CreateTermAsync(glossary, "tide");
        var shown = await ItemAsync(glossary, "TERM#");
        Dictionary<string, AttributeValue> hidden = new(shown)
        {
            ["hidden"] = new() { S = "It is an advertisement." },
            ["version"] = new() { N = "2" },
        };
        Dictionary<string, AttributeValue> again = new(shown) { ["version"] = new() { N = "3" } };

        await live.PublishAsync(new StreamBatch().Changed(shown, hidden));
        await live.PublishAsync(new StreamBatch().Changed(hidden, again));

        Assert.Equal(
            [("termRemoved", 2, null), ("termAdded", 3, "tide")],
            live.ChangesTold(follower).Select(Assert.Single).Select(
                change => ((string?)change!["kind"], (int)change["version"]!, (string?)change["term"]?["term"])));
    }

    [Fact]
    public async Task Glossary_IsToldAsAnyoneSeesIt_AndOnceForManyNewTerms()
    {
        var (api, live) = (table.Api(), Live());
        var (glossary, follower) = await FollowedAsync(api, live);
        var before = await ItemAsync(glossary, "GLOSSARY");
        await api.CreateTermAsync(glossary, "tide");
        var one = await ItemAsync(glossary, "GLOSSARY");
        await api.CreateTermAsync(glossary, "ebb");
        var two = await ItemAsync(glossary, "GLOSSARY");

        await live.PublishAsync(new StreamBatch().Changed(before, one).Changed(one, two));

        var change = Assert.Single(Assert.Single(live.ChangesTold(follower)))!;
        Assert.Equal(("glossaryChanged", 1, 2), (
            (string?)change["kind"], (int)change["version"]!, (int)change["glossary"]!["termCount"]!));
        Assert.Null(change["glossary"]!["owner"]);
    }

    [Fact]
    public async Task PrivateGlossary_IsToldToItsOwnerAlone_WhoeverElseFollowedIt()
    {
        var (api, live) = (table.Api(), Live());
        var (glossary, stranger) = await FollowedAsync(api, live);
        var (owner, another) = (NewId(), NewId());
        await FollowAsync(live, owner, api.Reader, glossary);
        await FollowAsync(live, another, "another", glossary);
        var before = await ItemAsync(glossary, "GLOSSARY");
        await api.UpdateGlossaryAsync(glossary, "\"1\"", "Mine alone", "private");
        await api.CreateTermAsync(glossary, "secret");
        live.Sent.Clear();

        var batch = new StreamBatch()
            .Changed(before, await ItemAsync(glossary, "GLOSSARY")).Added(await ItemAsync(glossary, "TERM#"));
        await live.PublishAsync(batch);
        await live.PublishAsync(batch);

        string[] gone = ["""[{"kind":"glossaryRemoved"}]"""];
        Assert.Equal(gone, live.ChangesTold(stranger).Select(changes => changes.ToJsonString()));
        Assert.Equal(gone, live.ChangesTold(another).Select(changes => changes.ToJsonString()));
        Assert.Equal(["glossaryChanged", "termAdded"], live.ChangesTold(owner)[0].Select(change => (string?)change!["kind"]));
        Assert.Equal(
            [$"CONNECTION#{owner}"], (await table.PartitionAsync($"FOLLOWERS#{glossary}")).Select(item => item["sk"].S));
    }

    [Fact]
    public async Task DeletedGlossary_IsGoneForAll_AndIsFollowedNoLonger()
    {
        var (api, live) = (table.Api(), Live());
        var (glossary, follower) = await FollowedAsync(api, live);
        await api.CreateTermAsync(glossary, "tide");
        var (term, before) = (await ItemAsync(glossary, "TERM#"), await ItemAsync(glossary, "GLOSSARY"));
        await api.DeleteGlossaryAsync(glossary, "\"1\"");

        await live.PublishAsync(new StreamBatch().Removed(term).Removed(before));
        await live.PublishAsync(new StreamBatch().Removed(before));

        Assert.Equal(
            """[{"kind":"glossaryRemoved"}]""", Assert.Single(live.ChangesTold(follower)).ToJsonString());
        Assert.Empty(await table.PartitionAsync($"FOLLOWERS#{glossary}"));
    }

    [Fact]
    public async Task ConnectionThatIsGone_IsForgotten_AndNoFailure()
    {
        var (api, live) = (table.Api(), Live());
        var (glossary, follower) = await FollowedAsync(api, live);
        var gone = NewId();
        await FollowAsync(live, gone, null, glossary);
        await api.CreateTermAsync(glossary, "tide");
        live.Gone.Add(gone);

        var failures = await live.PublishAsync(new StreamBatch().Added(await ItemAsync(glossary, "TERM#")));

        Assert.Empty(failures);
        Assert.Single(live.ChangesTold(follower));
        Assert.Empty(await table.PartitionAsync($"CONNECTION#{gone}"));
        Assert.Single(await table.PartitionAsync($"FOLLOWERS#{glossary}"));
    }

    [Fact]
    public async Task FailureToSend_IsReported_AndTheOtherGlossaryIsTold()
    {
        var (api, live, log) = (table.Api(), Live(), new LogLines());
        var (failing, broken) = await FollowedAsync(api, live);
        var (working, follower) = await FollowedAsync(api, live);
        await api.CreateTermAsync(failing, "tide");
        await api.CreateTermAsync(working, "ebb");
        live.Failing.Add(broken);
        var batch = new StreamBatch()
            .Added(await ItemAsync(working, "TERM#")).Added(await ItemAsync(failing, "TERM#")).Removed(await ItemAsync(failing, "TERM#"));

        var failures = await live.PublishAsync(batch, log);
        live.Failing.Clear();
        var again = await live.PublishAsync(batch);

        Assert.Equal(["200"], failures);
        Assert.Contains("\"errorType\":\"System.Net.Http.HttpRequestException\"", log.Text, StringComparison.Ordinal);
        Assert.Empty(again);
        Assert.Equal(2, live.ChangesTold(follower).Count);
        Assert.Equal(["termAdded", "termRemoved"], live.ChangesTold(broken).Single().Select(change => (string?)change!["kind"]));
    }

    [Fact]
    public async Task ManyChanges_AreSplit_SoThatEachMessageIsCountedOnce()
    {
        var (api, live) = (table.Api(), Live());
        var (glossary, follower) = await FollowedAsync(api, live);
        await api.CreateTermAsync(glossary, "tide");
        var item = await ItemAsync(glossary, "TERM#");
        item["definition"] = new AttributeValue(new string('x', 1900));
        var batch = Enumerable.Range(0, 40).Aggregate(new StreamBatch(), (all, _) => all.Added(item));

        await live.PublishAsync(batch);

        var told = live.ChangesTold(follower);
        Assert.Equal(40, told.Sum(changes => changes.Count));
        Assert.InRange(told.Count, 3, 4);
        Assert.All(live.Sent.TakeLast(told.Count), sent => Assert.InRange(Encoding.UTF8.GetByteCount(sent.Message), 1, 32 * 1024));
    }

    [Fact]
    public async Task WhatNobodyFollows_AsksForTheFollowersAlone()
    {
        var (api, live, log) = (table.Api(), Live(), new LogLines(detailRate: 1));
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        await api.CreateTermAsync(glossary.Id, "tide");

        await live.PublishAsync(new StreamBatch().Added(await ItemAsync(glossary.Id, "TERM#")), log);

        Assert.Empty(live.Sent);
        Assert.Equal("Query", log.Lines.Single().GetProperty("requests").EnumerateArray().Single().GetProperty("action").GetString());
    }

    /// <summary>The example of https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html, with what our items hold.</summary>
    [Fact]
    public void EventOfAStream_IsReadAsItComes()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("""
            {"Records":[{"eventID":"1","eventVersion":"1.0","dynamodb":{"Keys":{"Id":{"N":"101"}},
             "NewImage":{"Message":{"S":"New item!"},"List":{"L":[{"M":{"a":{"BOOL":true}}},{"NULL":true}]},"Set":{"SS":["a","b"]}},
             "ApproximateCreationDateTime":1767225600.0,"StreamViewType":"NEW_AND_OLD_IMAGES","SequenceNumber":"111","SizeBytes":26},
             "awsRegion":"us-west-2","eventName":"INSERT","eventSourceARN":"arn:aws:dynamodb:us-west-2:1:table/t/stream/s",
             "eventSource":"aws:dynamodb"}]}
            """));

        var record = new SourceGeneratorLambdaJsonSerializer<EventJson>().Deserialize<DynamoDBEvent>(body).Records.Single();

        Assert.Equal(
            ("1", "INSERT", "aws:dynamodb", "arn:aws:dynamodb:us-west-2:1:table/t/stream/s", "us-west-2"),
            (record.EventID, record.EventName, record.EventSource, record.EventSourceArn, record.AwsRegion));
        var change = record.Dynamodb;
        Assert.Equal(("111", 26, "101"), (change.SequenceNumber, change.SizeBytes, change.Keys["Id"].N));
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), change.ApproximateCreationDateTime);
        Assert.True(change.NewImage["List"].L[0].M["a"].BOOL);
        Assert.True(change.NewImage["List"].L[1].NULL);
        Assert.Equal(["a", "b"], change.NewImage["Set"].SS);
        Assert.Null(change.OldImage);
    }

    [Fact]
    public void Response_IsWrittenAsLambdaReadsIt()
    {
        using var body = new MemoryStream();

        new SourceGeneratorLambdaJsonSerializer<EventJson>().Serialize(
            new StreamsEventResponse { BatchItemFailures = [new() { ItemIdentifier = "111" }] }, body);

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"111"}]}""", Encoding.UTF8.GetString(body.ToArray()));
    }

    private RunningLive Live() => new(table, TimeProvider.System);

    private static async Task<(string Glossary, string Follower)> FollowedAsync(Api api, RunningLive live)
    {
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        var follower = NewId();
        await FollowAsync(live, follower, null, glossary.Id);
        live.Sent.Clear();
        return (glossary.Id, follower);
    }

    private static async Task FollowAsync(RunningLive live, string connectionId, string? reader, string glossaryId)
    {
        await live.CallAsync("OpenConnection", connectionId, reader);
        await live.CallAsync("FollowGlossary", connectionId, reader, new { action = "follow", glossaryId });
    }

    private async Task<Item> ItemAsync(string glossaryId, string sort) =>
        (await table.PartitionAsync($"GLOSSARY#{glossaryId}")).First(item => item["sk"].S.StartsWith(sort, StringComparison.Ordinal));

    private static string NewId() => Convert.ToBase64String(Guid.NewGuid().ToByteArray())[..15].Replace('/', '_') + "=";
}
