using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.DynamoDBEvents;

namespace Lexicon.Functions.Tests.Live;

/// <summary>A batch of the table's stream, of items as they are or were in the table.</summary>
internal sealed class StreamBatch
{
    /// <summary>The batch as Lambda hands it to the function.</summary>
    public DynamoDBEvent Event { get; } = new() { Records = [] };

    /// <summary>An item was written where there was none.</summary>
    public StreamBatch Added(Item after) => Add("INSERT", after, null, after);

    /// <summary>An item was written over another.</summary>
    public StreamBatch Changed(Item before, Item after) => Add("MODIFY", after, before, after);

    /// <summary>An item was deleted.</summary>
    public StreamBatch Removed(Item before) => Add("REMOVE", before, before, null);

    private StreamBatch Add(string name, Item keys, Item? before, Item? after)
    {
        Event.Records.Add(new()
        {
            EventName = name,
            Dynamodb = new()
            {
                SequenceNumber = $"{Event.Records.Count + 1}00",
                Keys = Written(new() { ["pk"] = keys["pk"], ["sk"] = keys["sk"] }),
                OldImage = Written(before),
                NewImage = Written(after),
            },
        });
        return this;
    }

    private static Dictionary<string, DynamoDBEvent.AttributeValue>? Written(Item? item) =>
        item?.ToDictionary(pair => pair.Key, pair => Value(pair.Value));

    private static DynamoDBEvent.AttributeValue Value(AttributeValue value) => new()
    {
        S = value.S,
        N = value.N,
        L = value.L?.ConvertAll(Value),
        M = Written(value.M),
    };
}
