using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>Keys that do not fit, in the operations that write and read them.</summary>
[Collection(SharedEngine.Name)]
public sealed class IndexKeyTests(EngineFixture fixture)
{
    private const string NoMatch = "The provided key element does not match the schema";

    private readonly IAmazonDynamoDB _root = fixture.Root;

    private static AttributeValue Number => new() { N = "1" };

    private static AttributeValue List => new() { L = [new("a")] };

    [Fact]
    public async Task KeyThatIsAList_DoesNotMatchTheSchema()
    {
        var key = new Dictionary<string, AttributeValue> { ["pk"] = List, ["sk"] = new("a") };

        var get = await RefusedAsync(() => _root.GetItemAsync(SampleTable.Name, key));
        var batch = await RefusedAsync(() => _root.BatchWriteItemAsync(new BatchWriteItemRequest(new()
        {
            [SampleTable.Name] = [new(new PutRequest(key))],
        })));
        var transaction = await CancelledAsync(new TransactWriteItem { Delete = new() { TableName = SampleTable.Name, Key = key } });

        Assert.Equal(NoMatch, get.Message);
        Assert.Equal(NoMatch, batch.Message);
        Assert.Equal(NoMatch, transaction.Message);
    }

    [Theory]
    [InlineData(true, "N")]
    [InlineData(false, "L")]
    public async Task UpdateOfATransaction_ThatGivesAnIndexKeyAnotherType_CancelsIt(bool isNumber, string type)
    {
        await fixture.PutAsync("index-key-of-transaction", "1", tag: "before");

        var reason = await CancelledAsync(new TransactWriteItem
        {
            Update = new()
            {
                TableName = SampleTable.Name,
                Key = EngineFixture.Key("index-key-of-transaction", "1"),
                UpdateExpression = "SET tag = :tag",
                ExpressionAttributeValues = new() { [":tag"] = isNumber ? Number : List },
            },
        });

        Assert.Equal("ValidationError", reason.Code);
        Assert.Equal(
            $"One or more parameter values were invalid: Type mismatch for Index Key tag Expected: S Actual: {type} IndexName: ByTag",
            reason.Message);
    }

    [Fact]
    public async Task ItemWithTheMostLevels_IsKeptAndReadByEveryOperation()
    {
        var deep = new AttributeValue("leaf");
        for (var level = 0; level < 31; level++)
        {
            deep = new AttributeValue { M = new() { ["n"] = deep } };
        }

        await _root.PutItemAsync(SampleTable.Name, new(EngineFixture.Key("deep", "1")) { ["deep"] = deep });
        var read = await _root.GetItemAsync(SampleTable.Name, EngineFixture.Key("deep", "1"));
        var refusal = await RefusedAsync(() => _root.PutItemAsync(
            SampleTable.Name, new(EngineFixture.Key("deep", "2")) { ["deep"] = new() { M = new() { ["n"] = deep } } }));

        Assert.Equal(31, Depth(read.Item["deep"]));
        Assert.StartsWith("Nesting Levels have exceeded supported limits", refusal.Message, StringComparison.Ordinal);
    }

    private static int Depth(AttributeValue value) => value.M is { Count: > 0 } map ? 1 + Depth(map["n"]) : 0;

    private async Task<CancellationReason> CancelledAsync(TransactWriteItem item)
    {
        var refusal = await Assert.ThrowsAsync<TransactionCanceledException>(
            () => _root.TransactWriteItemsAsync(new() { TransactItems = [item] }));
        return Assert.Single(refusal.CancellationReasons);
    }

    private static Task<AmazonDynamoDBException> RefusedAsync(Func<Task> action) => Assert.ThrowsAsync<AmazonDynamoDBException>(action);
}
