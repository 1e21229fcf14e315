using System.Text;
using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// What a write costs, by the rules of
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html and, for the copies in the indexes,
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ThroughputConsiderations: DynamoDB Local counts
/// plain writes so, too, but of transactions tells a number that does not depend on what is in them.
/// </summary>
internal static class WriteUnits
{
    private const double BytesOfUnit = 1024;

    /// <param name="before">The item before; empty where there was none.</param>
    /// <param name="after">The item after; empty where there is none.</param>
    /// <param name="isTransaction">Whether it is written twice: once to prepare, once to commit.</param>
    public static double Of(Item before, Item after, bool isTransaction)
    {
        var table = Math.Max(1, Math.Max(UnitsOf(before), UnitsOf(after))) * (isTransaction ? 2 : 1);
        return table + TableSchema.Indexes.Concat(TableSchema.LocalIndexes).Sum(index => OfIndex(index, before, after));
    }

    private static double OfIndex(TableIndex index, Item before, Item after)
    {
        var (old, fresh) = (KeyIn(index, before), KeyIn(index, after));
        return (old, fresh) switch
        {
            (null, null) => 0,
            (null, _) => UnitsOf(after),
            (_, null) => UnitsOf(before),
            _ when old != fresh => UnitsOf(before) + UnitsOf(after),
            _ => AreEqual(before, after) ? 0 : Math.Max(UnitsOf(before), UnitsOf(after)),
        };
    }

    private static string? KeyIn(TableIndex index, Item item) =>
        item.TryGetValue(index.PartitionKey, out var partition) && item.TryGetValue(index.SortKey, out var sort)
            ? $"{partition.S}\n{sort.S}"
            : null;

    private static double UnitsOf(Item item) => Math.Ceiling(SizeOf(item) / BytesOfUnit);

    private static double SizeOf(Item item) => item.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + SizeOf(pair.Value));

    private static double SizeOf(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { N: { } number } => (number.Length / 2) + 1,
        { L: { } list } => 3 + list.Sum(element => 1 + SizeOf(element)),
        { M: { } map } => 3 + map.Count + SizeOf(map),
        _ => 1,
    };

    private static bool AreEqual(Item one, Item other) => one.Count == other.Count
        && one.All(pair => other.TryGetValue(pair.Key, out var value) && AreEqual(pair.Value, value));

    private static bool AreEqual(AttributeValue one, AttributeValue other) =>
        one.S == other.S
        && one.N == other.N
        && (one.L ?? []).Count == (other.L ?? []).Count
        && (one.L ?? []).Zip(other.L ?? []).All(pair => AreEqual(pair.First, pair.Second))
        && AreEqual(one.M ?? [], other.M ?? []);
}
