using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>The units that DynamoDB says a request consumed; none where it says nothing.</summary>
internal static class Capacity
{
    public static double Units(this ConsumedCapacity? consumed) => consumed?.CapacityUnits ?? 0;

    public static double Units(this IEnumerable<ConsumedCapacity>? consumed) => (consumed ?? []).Sum(one => one.Units());
}
