using Amazon.Lambda.DynamoDBEvents;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>What was done to a glossary or to a term of it.</summary>
/// <param name="Position">Where its record is in its batch.</param>
/// <param name="GlossaryId">The glossary.</param>
/// <param name="IsOfTerm">Whether it was done to a term.</param>
/// <param name="Before">The item before; null: there was none.</param>
/// <param name="After">The item after; null: there is none any more.</param>
internal sealed record TableChange(int Position, Ulid GlossaryId, bool IsOfTerm, Item? Before, Item? After)
{
    /// <summary>Reads a record; null: it is of neither.</summary>
    public static TableChange? Read(DynamoDBEvent.DynamodbStreamRecord record, int position)
    {
        var key = StreamItems.Read(record.Dynamodb.Keys)!;
        var (partition, sort) = (Keys.PartitionOf(key), Keys.SortOf(key));
        var isOfTerm = sort.StartsWith(Keys.TermPrefix, StringComparison.Ordinal);
        return (isOfTerm || sort == Keys.GlossarySort)
            && partition.StartsWith(Keys.GlossaryPrefix, StringComparison.Ordinal)
            && Ulid.TryParse(partition.AsSpan(Keys.GlossaryPrefix.Length), out var glossaryId)
                ? new(
                    position, glossaryId, isOfTerm,
                    StreamItems.Read(record.Dynamodb.OldImage), StreamItems.Read(record.Dynamodb.NewImage))
                : null;
    }
}
