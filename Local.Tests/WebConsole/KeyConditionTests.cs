using System.Text.Json.Nodes;
using Lexicon.Local.WebConsole.Api;
using Lexicon.Local.WebConsole.Views;

namespace Lexicon.Local.Tests.WebConsole;

/// <summary>Key conditions as the Table view writes them.</summary>
public sealed class KeyConditionTests
{
    private static readonly JsonNode Table = JsonNode.Parse("""
        {
          "KeySchema": [{ "AttributeName": "PK", "KeyType": "HASH" }, { "AttributeName": "SK", "KeyType": "RANGE" }],
          "AttributeDefinitions": [
            { "AttributeName": "PK", "AttributeType": "S" }, { "AttributeName": "SK", "AttributeType": "S" },
            { "AttributeName": "Due", "AttributeType": "N" }],
          "GlobalSecondaryIndexes": [{ "IndexName": "ByDue", "KeySchema": [{ "AttributeName": "Due", "KeyType": "HASH" }] }]
        }
        """)!;

    [Theory]
    [InlineData("", "#partition = :partition")]
    [InlineData("<=", "#partition = :partition AND #sort <= :sort")]
    [InlineData("begins_with", "#partition = :partition AND begins_with(#sort, :sort)")]
    [InlineData("between", "#partition = :partition AND #sort BETWEEN :sort AND :until")]
    public void Operator_IsThatOfAKeyCondition(string comparison, string expression) => Assert.Equal(
        expression,
        KeyCondition.Of(Table, new() { ["partition"] = "A", ["operator"] = comparison, ["sort"] = "B", ["until"] = "C" }).Expression);

    [Fact]
    public void Value_HasTheTypeOfTheKey()
    {
        var condition = KeyCondition.Of(Table, new() { ["index"] = "ByDue", ["partition"] = "17" });

        Assert.Equal("ByDue", condition.Index);
        Assert.Equal("""{"#partition":"Due"}""", condition.Names.ToJsonString());
        Assert.Equal("""{":partition":{"N":"17"}}""", condition.Values.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "index": "None", "partition": "A" }""", "The index 'None' does not exist.")]
    [InlineData("{}", "The member 'partition' is missing.")]
    [InlineData("""{ "partition": "A", "operator": "=" }""", "The member 'sort' is missing.")]
    [InlineData(
        """{ "partition": "A", "operator": "<>", "sort": "B" }""", "operator '<>' is not valid; it must be one of a key condition.")]
    [InlineData("""{ "index": "ByDue", "partition": "1", "operator": "=", "sort": "B" }""", "operator is not valid; there is no sort key.")]
    public void WhatIsMissing_IsSaid(string wanted, string message) => Assert.Equal(
        message, Assert.Throws<ConsoleException>(() => KeyCondition.Of(Table, JsonNode.Parse(wanted)!.AsObject())).Message);
}
