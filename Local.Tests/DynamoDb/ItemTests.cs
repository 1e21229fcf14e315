using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>What is put through the endpoint by the official SDK.</summary>
[Collection(SharedEngine.Name)]
public sealed class ItemTests(EngineFixture fixture)
{
    [Fact]
    public async Task GetItem_AfterPutItem_AnswersTheItem()
    {
        await fixture.PutAsync("item", "1", text: "Grüße");

        var answer = await fixture.Root.GetItemAsync(SampleTable.Name, EngineFixture.Key("item", "1"), consistentRead: true);

        Assert.Equal("Grüße", answer.Item["text"].S);
    }

    [Fact]
    public async Task TableName_MayBeTheArn()
    {
        await fixture.PutAsync("by-arn", "1", text: SampleTable.Arn);

        var answer = await fixture.Root.GetItemAsync(SampleTable.Arn, EngineFixture.Key("by-arn", "1"));

        Assert.Equal(SampleTable.Arn, answer.Item["text"].S);
    }

    [Fact]
    public async Task Query_OfAnIndex_AnswersInOrder()
    {
        await fixture.PutAsync("query", "2", tag: "q");
        await fixture.PutAsync("query", "1", tag: "q");

        var answer = await fixture.Root.QueryAsync(new QueryRequest(SampleTable.Name)
        {
            IndexName = "ByTag",
            KeyConditionExpression = "tag = :tag",
            ExpressionAttributeValues = new() { [":tag"] = new("q") },
        });

        Assert.Equal(["1", "2"], answer.Items.Select(static item => item["sk"].S));
    }

    [Fact]
    public async Task Transaction_WithAFailingCondition_ChangesNothing()
    {
        await fixture.PutAsync("transaction", "there");

        var failure = await Assert.ThrowsAsync<TransactionCanceledException>(
            () => fixture.Root.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new() { Put = new Put { TableName = SampleTable.Name, Item = EngineFixture.Key("transaction", "new") } },
                    new()
                    {
                        Put =
                            new Put
                            {
                                TableName = SampleTable.Name,
                                Item = EngineFixture.Key("transaction", "there"),
                                ConditionExpression = "attribute_not_exists(pk)",
                            },
                    },
                ],
            }));

        Assert.Equal(["None", "ConditionalCheckFailed"], failure.CancellationReasons.Select(static reason => reason.Code));
        Assert.Null((await fixture.Root.GetItemAsync(SampleTable.Name, EngineFixture.Key("transaction", "new"))).Item);
    }

    [Fact]
    public async Task FailedCondition_HasDynamoDbsWords()
    {
        await fixture.PutAsync("condition", "1");

        var failure = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => fixture.Root.PutItemAsync(new PutItemRequest
        {
            TableName = SampleTable.Name,
            Item = EngineFixture.Key("condition", "1"),
            ConditionExpression = "attribute_not_exists(pk)",
        }));

        Assert.Equal("The conditional request failed", failure.Message);
    }

    [Fact]
    public async Task UnknownTable_HasDynamoDbsWords()
    {
        var get = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => fixture.Root.GetItemAsync("Nothing", EngineFixture.Key("a", "b")));
        var describe = await Assert.ThrowsAsync<ResourceNotFoundException>(() => fixture.Root.DescribeTableAsync("Nothing"));

        Assert.Equal("Requested resource not found", get.Message);
        Assert.Equal("Requested resource not found: Table: Nothing not found", describe.Message);
    }

    [Fact]
    public async Task DescribeTable_ShowsOurAccountAndRegion()
    {
        var table = (await fixture.Root.DescribeTableAsync(SampleTable.Name)).Table;

        Assert.Equal(SampleTable.Arn, table.TableArn);
        Assert.Equal($"{SampleTable.Arn}/stream/2026-01-01T00:00:00.000", table.LatestStreamArn);
        Assert.Equal("2026-01-01T00:00:00.000", table.LatestStreamLabel);
        Assert.Equal([$"{SampleTable.Arn}/index/ByTag"], table.GlobalSecondaryIndexes.Select(static index => index.IndexArn));
        Assert.Equal(fixture.Table.Attributes["TableId"], table.TableId);
        Assert.Equal("expiresAt", (await fixture.Root.DescribeTimeToLiveAsync(SampleTable.Name)).TimeToLiveDescription.AttributeName);
    }

    [Fact]
    public void Template_KnowsNameArnAndStream()
    {
        Assert.Equal("Notes", fixture.Table.Ref);
        Assert.Equal(SampleTable.Arn, fixture.Table.Attributes["Arn"]);
        Assert.Equal($"{SampleTable.Arn}/stream/2026-01-01T00:00:00.000", fixture.Table.Attributes["StreamArn"]);
    }

    [Fact]
    public async Task TableMadeAtRunTime_CanBeUsedAndDeleted()
    {
        var name = "AtRunTime";
        var created = await fixture.Root.CreateTableAsync(new CreateTableRequest(
            name, [new KeySchemaElement("id", KeyType.HASH)], [new AttributeDefinition("id", ScalarAttributeType.S)], null)
        {
            BillingMode = BillingMode.PAY_PER_REQUEST,
        });
        await fixture.Root.PutItemAsync(name, new() { ["id"] = new("1") });
        await fixture.Root.DeleteTableAsync(name);

        Assert.Equal("arn:aws:dynamodb:us-east-1:123456789012:table/AtRunTime", created.TableDescription.TableArn);
        Assert.DoesNotContain(name, (await fixture.Root.ListTablesAsync()).TableNames);
    }
}
