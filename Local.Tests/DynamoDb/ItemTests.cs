using Amazon.DynamoDBv2.Model;

namespace Lexicon.Local.Tests.DynamoDb;

public sealed class ItemTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task GetItem_AfterPutItem_AnswersTheItem()
    {
        var item = new Dictionary<string, AttributeValue> { ["pk"] = new("a"), ["sk"] = new("1"), ["text"] = new("Grüße") };

        await fixture.Root.PutItemAsync(SampleTable.Name, item);
        var answer = await fixture.Root.GetItemAsync(SampleTable.Name, new() { ["pk"] = new("a"), ["sk"] = new("1") }, consistentRead: true);

        Assert.Equal("Grüße", answer.Item["text"].S);
    }
}
