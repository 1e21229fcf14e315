using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>
/// An idempotency record: written in the transaction that creates an item, with the item as it was created. A second transaction
/// with the same key fails on its condition and gets the record back with the failure, so that nothing is read beforehand.
/// </summary>
internal static class IdempotencyEntity
{
    // SHA-256 in hexadecimal digits.
    private const int FingerprintLength = 64;

    public static readonly Field<IdempotencyRecord, string> Fingerprint =
        new("fingerprint", Codecs.Text(FingerprintLength, FingerprintLength), record => record.Once.Fingerprint);

    public static readonly Field<IdempotencyRecord, Item> Created = new("created", Codecs.Item, record => record.Created);

    public static readonly Field<IdempotencyRecord, DateTimeOffset> ExpiresAt =
        new(TableSchema.TimeToLive, Codecs.Seconds, record => record.ExpiresAt);

    public static Entity<IdempotencyRecord> Entity { get; } = new()
    {
        Name = "idempotency record",
        Purpose = "the first answer to a creation with an `Idempotency-Key`, for 24 h",
        Keys = [new(null, "READER#<reader>", "IDEMPOTENCY#<operation>#<key>")],
        KeyOf = record => Keys.Once(record.Reader, record.Once),
        Fields = [Fingerprint, Created, ExpiresAt],
        Make = item =>
        {
            var (reader, operation, key) = Keys.ReadOnce(item);
            return new(
                reader,
                new(operation, key, Fingerprint.Read(item)),
                Created.Read(item),
                ExpiresAt.Read(item));
        },
    };

    /// <summary>Time to live deletes late, up to days: a record that has expired counts as absent.</summary>
    public static Expression IsAbsent(DateTimeOffset now) => TableSchema.Key.IsAbsent.Or(ExpiresAt.IsAtMost(now, "now"));

    public static Item Write(string reader, IdempotentRequest once, Item created, DateTimeOffset now) =>
        Entity.Write(new(reader, once, created, now + Limits.IdempotencyWindow));

    /// <summary>The first answer, if the request is the same as then.</summary>
    public static Result<T> Answer<T>(Item record, IdempotentRequest once, Entity<T> created) =>
        Fingerprint.Read(record) == once.Fingerprint ? created.Read(Created.Read(record)) : Failure.IdempotencyKeyReused;
}
