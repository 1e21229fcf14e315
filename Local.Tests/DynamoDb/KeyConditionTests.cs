using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>Key conditions and starting keys that are refused, in DynamoDB's words.</summary>
[Collection(SharedEngine.Name)]
public sealed class KeyConditionTests(EngineFixture fixture)
{
    private readonly IAmazonDynamoDB _root = fixture.Root;

    [Theory]
    [InlineData(
        "pk = :a AND sk > :a AND sk < :b",
        "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key")]
    [InlineData(
        "pk = :a AND sk > :a AND tag = :b",
        "The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)")]
    [InlineData(
        "pk = :a AND sk.part = :b",
        "Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes")]
    public async Task ConditionThatNoKeyHas_IsRefused(string condition, string message)
    {
        var values = new Dictionary<string, AttributeValue> { [":a"] = new("a"), [":b"] = new("b") };
        var refusal = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => _root.QueryAsync(new QueryRequest(SampleTable.Name)
        {
            KeyConditionExpression = condition,
            ExpressionAttributeValues = values,
        }));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task StartingKeyOfOtherAttributes_IsInvalid_AndAScanSaysWhy()
    {
        var other = new Dictionary<string, AttributeValue> { ["other"] = new("a") };

        var query = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => _root.QueryAsync(new QueryRequest(SampleTable.Name)
        {
            KeyConditionExpression = "pk = :a",
            ExpressionAttributeValues = new() { [":a"] = new("a") },
            ExclusiveStartKey = other,
        }));
        var scan = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => _root.ScanAsync(new ScanRequest(SampleTable.Name) { ExclusiveStartKey = other }));

        Assert.Equal("The provided starting key is invalid", query.Message);
        Assert.Equal("The provided starting key is invalid: The provided key element does not match the schema", scan.Message);
    }
}
