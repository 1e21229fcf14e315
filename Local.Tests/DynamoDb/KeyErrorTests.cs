using System.Text.Json;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>How what does not fit the keys of a table and its indexes is named.</summary>
public sealed class KeyErrorTests
{
    private const string Invalid = "One or more parameter values were invalid: ";

    private static readonly TableKeys Keys = new()
    {
        Key = [new("pk", "S")],
        Indexes = new Dictionary<string, IReadOnlyList<TableKeys.KeyAttribute>>
        {
            ["zulu"] = [new("pk", "S"), new("tag", "S")],
            ["alpha"] = [new("tag", "S"), new("data", "B")],
        },
        HasCollections = true,
    };

    [Theory]
    [InlineData("""{"pk":{"S":"a"},"tag":{"S":"b"}}""", null)]
    [InlineData("""{"tag":{"S":"b"}}""", Invalid + "Missing the key pk in the item")]
    [InlineData("""{"pk":{"L":[]}}""", Invalid + "Type mismatch for key pk expected: S actual: L")]
    [InlineData(
        """{"pk":{"S":"a"},"tag":{"L":[]}}""", Invalid + "Type mismatch for Index Key tag Expected: S Actual: L IndexName: alpha")]
    public void ItemThatIsPut_IsToldByKeyAndByTheFirstIndex(string item, string? message) =>
        Assert.Equal(message, KeyErrors.OfItem(Parse(item), Keys));

    [Theory]
    [InlineData("""{"pk":{"N":"1"}}""", "The provided key element does not match the schema")]
    [InlineData("""{"tag":{"S":"b"}}""", "The provided key element does not match the schema")]
    [InlineData("""{"pk":{"S":"a"},"tag":{"N":"1"}}""", Invalid + "Type mismatch for Index Key tag Expected: S Actual: N IndexName: alpha")]
    public void ItemOfABatch_HasItsKeyLookedAtFirst(string item, string message) =>
        Assert.Equal(message, KeyErrors.OfBatchedItem(Parse(item), Keys));

    [Theory]
    [InlineData("""{"pk":{"S":"a"},"tag":{"S":"b"}}""", null)]
    [InlineData(
        """{"tag":{"S":""}}""",
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for "
            + "a key attribute cannot contain an empty string value. IndexName: alpha, IndexKey: tag")]
    [InlineData(
        """{"data":{"B":""}}""",
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for "
            + "a key attribute cannot contain an empty binary value. IndexName: alpha, IndexKey: data")]
    public void EmptyKeyOfAnIndex_IsToldByTheFirstIndex(string item, string? message) =>
        Assert.Equal(message, KeyErrors.OfEmptyIndexKey(Parse(item), Keys));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
