using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>
/// An idempotency record: written in the transaction that creates an item, with the item as it was created. A second transaction
/// with the same key fails on its condition and gets the record back with the failure, so that nothing is read beforehand.
/// </summary>
internal static class OnceItem
{
    /// <summary>Time to live deletes late, up to days: a record that has expired counts as absent.</summary>
    public static Expression IsAbsent(DateTimeOffset now) => new(
        $"attribute_not_exists(#{TableSchema.PartitionKey}) OR #{TableSchema.TimeToLive} <= :now",
        new() { [":now"] = Values.Number(now.ToUnixTimeSeconds()) });

    public static Item Write(string reader, Once once, Item created, DateTimeOffset now) => Keys.Once(reader, once).With(new()
    {
        [Attributes.Fingerprint] = Values.Text(once.Fingerprint),
        [Attributes.Created] = Values.Map(created),
        [TableSchema.TimeToLive] = Values.Number((now + Limits.IdempotencyWindow).ToUnixTimeSeconds()),
    });

    /// <summary>The first answer, if the request is the same as then.</summary>
    public static Result<T> Answer<T>(Item record, Once once, Func<Item, T> read) =>
        record.ReadText(Attributes.Fingerprint) == once.Fingerprint
            ? read(record[Attributes.Created].M)
            : Failure.IdempotencyKeyReused;
}
