using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>
/// Deletes a glossary with everything in its partition. First one transaction marks it, after which it exists for nobody and
/// takes no more terms; then its terms and their entries go, stretch by stretch; last the item itself. When it is interrupted,
/// the owner's next request goes on where it stopped.
/// </summary>
internal sealed class GlossaryRemoval(TableReader reads, TableWriter writes, Moments moments)
{
    private const int Stretch = 100;

    /// <summary>What is kept back to answer with when time runs out.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(500);

    public async Task<Result<Ulid>> DeleteAsync(string reader, Ulid id, VersionMatch match, Deadline deadline)
    {
        var refusal = await MarkAsync(reader, id, match, deadline);
        if (refusal is not null)
        {
            return refusal;
        }

        return await EmptyAsync(id, deadline) ? id : Failure.DeletionUnfinished;
    }

    private async Task<Failure?> MarkAsync(string reader, Ulid id, VersionMatch match, Deadline deadline)
    {
        var now = moments.Now;
        var index = TableSchema.PublicGlossaries;
        var mark = writes.Update(
            Keys.Glossary(id),
            new(
                $"SET #{Attributes.DeletingAt} = :now REMOVE #{index.PartitionKey}, #{index.SortKey}",
                new() { [":now"] = Values.Time(now) }),
            Conditions.IsGlossaryOf(reader).And(Conditions.HasVersion(match)));

        var outcome = await writes.TransactAsync(
            [mark, writes.Delete(Keys.OwnerEntry(reader, id))], moments.NewId(now), deadline);
        if (!outcome.Refuses(mark, out var existing))
        {
            return null;
        }

        if (existing.Count is 0 || existing.ReadText(Attributes.Owner) != reader)
        {
            return Failure.GlossaryNotFound;
        }

        return existing.ContainsKey(Attributes.DeletingAt) ? null : Failure.StaleVersion;
    }

    /// <summary>
    /// Each round begins anew, and only a round that finds nothing ends it: an edit of a term that was under way may have written
    /// behind an earlier round, but none can begin once the terms are gone.
    /// </summary>
    private async Task<bool> EmptyAsync(Ulid id, Deadline deadline)
    {
        while (deadline.Remaining > Reserve)
        {
            var stretch = await reads.QueryAsync(
                new()
                {
                    Partition = Keys.GlossaryPartition(id),
                    Consistent = true,
                    Projection = $"#{TableSchema.PartitionKey}, #{TableSchema.SortKey}",
                    Limit = Stretch,
                },
                deadline);
            List<Item> contents = [.. stretch.Items.Where(key => key.ReadText(TableSchema.SortKey) != Keys.GlossarySort)];
            if (contents is [])
            {
                await writes.DeleteManyAsync([Keys.Glossary(id)], deadline);
                return true;
            }

            await writes.DeleteManyAsync(contents, deadline);
        }

        return false;
    }
}
