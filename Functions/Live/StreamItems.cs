using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.DynamoDBEvents;

namespace Lexicon.Functions.Live;

/// <summary>Items of a stream as the store reads items: Lambda's events have a type of their own for the same values.</summary>
internal static class StreamItems
{
    /// <summary>The item; null: there is none.</summary>
    public static Item? Read(Dictionary<string, DynamoDBEvent.AttributeValue>? item) =>
        item is null or { Count: 0 } ? null : item.ToDictionary(attribute => attribute.Key, attribute => Read(attribute.Value));

    private static AttributeValue Read(DynamoDBEvent.AttributeValue value) => new()
    {
        S = value.S,
        N = value.N,
        B = value.B,
        BOOL = value.BOOL,
        NULL = value.NULL,
        SS = value.SS,
        NS = value.NS,
        BS = value.BS,
        L = value.L?.ConvertAll(Read),
        M = Read(value.M),
    };
}
