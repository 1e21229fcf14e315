using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>Which items a request asks for, as a trace says it.</summary>
public sealed class AskedItemsTests
{
    private static readonly AskedItemsReader Reader = new((_, index) => index is null ? ["pk", "sk"] : ["tag", "sk"]);

    [Theory]
    [InlineData("pk = :p", "pk = A#1", "pk = ?")]
    [InlineData("begins_with(#s, :s) AND #p = :p", "pk = A#1 AND begins_with(sk, B#)", "pk = ? AND begins_with(sk, ?)")]
    [InlineData("(#p = :p) and (#s between :s and :t)", "pk = A#1 AND sk BETWEEN B# AND 7", "pk = ? AND sk BETWEEN ? AND ?")]
    [InlineData("pk=:p AND sk>=:t", "pk = A#1 AND sk >= 7", "pk = ? AND sk >= ?")]
    public void Query_IsItsKeyCondition_WithTheNamesInPlace_AndThePartitionKeyFirst(string expression, string words, string form)
    {
        var asked = Assert.Single(Read("Query", $$"""
            {
              "TableName": "arn:aws:dynamodb:us-east-1:123456789012:table/Notes", "KeyConditionExpression": "{{expression}}",
              "ExpressionAttributeNames": { "#p": "pk", "#s": "sk" },
              "ExpressionAttributeValues": { ":p": { "S": "A#1" }, ":s": { "S": "B#" }, ":t": { "N": "7" } }
            }
            """));

        Assert.Equal(("Notes", null, words, form), (asked.Table, asked.Index, asked.Words, asked.Form));
    }

    [Fact]
    public void Query_OfAnIndex_ByTheParametersFromBeforeExpressions() => Assert.Equal(
        "tag = blue AND begins_with(sk, B#)",
        Assert.Single(Read("Query", """
            {
              "TableName": "Notes", "IndexName": "ByTag", "KeyConditions": {
                "sk": { "ComparisonOperator": "BEGINS_WITH", "AttributeValueList": [ { "S": "B#" } ] },
                "tag": { "ComparisonOperator": "EQ", "AttributeValueList": [ { "S": "blue" } ] } }
            }
            """)).Words);

    [Fact]
    public void Write_IsItsKey_AndOnWhatItDepends() => Assert.Equal(
        [
            "PutItem pk = A#1 AND sk = B#1 if attribute_not_exists(pk)", "UpdateItem pk = A#1 AND sk = A if version = :v",
            "ConditionCheck pk = A#2 AND sk = A", "DeleteItem pk = A#3 AND sk = A",
        ],
        Read("TransactWriteItems", """
            {
              "TransactItems": [
                { "Put": { "TableName": "Notes", "Item": { "sk": { "S": "B#1" }, "pk": { "S": "A#1" }, "text": { "S": "mine" } },
                  "ConditionExpression": "attribute_not_exists(#p)", "ExpressionAttributeNames": { "#p": "pk" } } },
                { "Update": { "TableName": "Notes", "Key": { "pk": { "S": "A#1" }, "sk": { "S": "A" } },
                  "ConditionExpression": "#v = :v", "ExpressionAttributeNames": { "#v": "version" } } },
                { "ConditionCheck": { "TableName": "Notes", "Key": { "pk": { "S": "A#2" }, "sk": { "S": "A" } } } },
                { "Delete": { "TableName": "Notes", "Key": { "pk": { "S": "A#3" }, "sk": { "S": "A" } } } } ]
            }
            """).Select(one => $"{one.Operation} {one.Words}{(one.Condition is null ? "" : $" if {one.Condition}")}"));

    [Fact]
    public void Batch_IsEachOfItsKeys() => Assert.Equal(
        ["GetItem Notes pk = A#1", "GetItem Notes pk = A#2"],
        Read("BatchGetItem", """{ "RequestItems": { "Notes": { "Keys": [ { "pk": { "S": "A#1" } }, { "pk": { "S": "A#2" } } ] } } }""")
            .Select(one => $"{one.Operation} {one.Table} {one.Words}"));

    [Theory]
    [InlineData("pk", "TICKET#01ARZ3", "TICKET#***")]
    [InlineData("pk", "READER#1/session-token:abc", "READER#1/session-token:***")]
    [InlineData("accessToken", "abc", "***")]
    [InlineData("pk", "GLOSSARY#01ARZ3", "GLOSSARY#01ARZ3")]
    public void Value_ThatIsSecret_IsNotShown(string attribute, string value, string shown) =>
        Assert.Equal([shown], AskedItems.Shown(attribute, [value]));

    [Fact]
    public void Value_ThatIsLong_IsCut() => Assert.Equal(203, Assert.Single(AskedItems.Shown("pk", [new string('a', 1000)])).Length);

    [Theory]
    [InlineData("ListTables", "{}")]
    [InlineData("Scan", """{ "TableName": "Notes" }""")]
    [InlineData("BatchGetItem", """{ "RequestItems": "Notes" }""")]
    public void RequestWithoutKeys_AsksForNone(string operation, string request) => Assert.Empty(Read(operation, request));

    private static IEnumerable<AskedItems> Read(string operation, string request) =>
        Reader.Read(operation, JsonDocument.Parse(request).RootElement);
}
