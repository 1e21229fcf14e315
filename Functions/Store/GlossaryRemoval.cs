using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Images;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Deletes a glossary with everything in its partition and all that readers keep of it. First one transaction marks it, after
/// which it exists for nobody and takes no more terms; then its terms and their entries go, stretch by stretch; then, once no term
/// is left that could be reviewed, the reviews of each of its students; last the item itself. The images of terms go
/// before them. When it is interrupted, the owner's next request goes on where it stopped.
/// </summary>
internal sealed class GlossaryRemoval(TableReader reads, TableWriter writes, IImageFiles images, Moments moments)
{
    private const int Stretch = 100;

    private static readonly string[] KeysAndImages = [TableSchema.PartitionKey, TableSchema.SortKey, TermEntity.Image.Name];

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
            new ItemUpdate()
                .Set(new() { [GlossaryEntity.DeletingAt] = Codecs.Time.Write(now) })
                .Remove(index.PartitionKey, index.SortKey),
            Conditions.IsGlossaryOf(reader).And(Conditions.HasVersion(match)));

        var outcome = await writes.TransactAsync(
            [mark, writes.Delete(Keys.OwnerEntry(reader, id))], moments.NewToken(now), deadline);
        if (!outcome.Refuses(mark, out var existing))
        {
            return null;
        }

        if (existing.Count is 0 || GlossaryEntity.Owner.Read(existing) != reader)
        {
            return Failure.GlossaryNotFound;
        }

        return existing.ContainsKey(GlossaryEntity.DeletingAt) ? null : Failure.StaleVersion;
    }

    /// <summary>
    /// Each round begins anew at the partition's end, where the terms are, and only a round that finds nothing but the glossary ends
    /// it: an edit of a term that was under way may have written behind an earlier round, but none can begin once the terms are
    /// gone; nor can a term be reviewed for the first time, so that no student comes after them.
    /// </summary>
    private async Task<bool> EmptyAsync(Ulid id, Deadline deadline)
    {
        while (deadline.Remaining > Reserve)
        {
            var found = await KeysAsync(Keys.GlossaryPartition(id), "", deadline);
            var contents = found.Where(key => Keys.SortOf(key) != Keys.GlossarySort).ToList();
            var students = contents.Where(IsStudent).ToList();
            if (contents is [])
            {
                await writes.DeleteManyAsync([Keys.Glossary(id)], deadline);
                return true;
            }

            if (students.Count < contents.Count)
            {
                // The files first: without their terms nobody would find them again.
                await Task.WhenAll(contents.Select(item => DeleteImageAsync(item, deadline)));
                await writes.DeleteManyAsync(contents.Except(students).Select(Keys.Of), deadline);
                continue;
            }

            foreach (var student in students.TakeWhile(_ => deadline.Remaining > Reserve))
            {
                await ForgetAsync(student, id, deadline);
            }
        }

        return false;
    }

    private Task DeleteImageAsync(Item item, Deadline deadline) => TermEntity.Image.TryRead(item, out var image)
        ? images.DeleteAsync(image.Path[1..], deadline.Token)
        : Task.CompletedTask;

    /// <summary>Deletes a student's reviews of the glossary; the student last, by whom they are found again.</summary>
    private async Task ForgetAsync(Item student, Ulid id, Deadline deadline)
    {
        var reader = Keys.ReaderOf(student);
        while (await KeysAsync(Keys.StudyPartition(reader), Keys.ReviewPrefix(id), deadline) is { Count: > 0 } reviews)
        {
            await writes.DeleteManyAsync(reviews, deadline);
        }

        await writes.DeleteManyAsync([Keys.Study(reader, id)], deadline);
        await writes.DeleteManyAsync([student], deadline);
    }

    private async Task<IReadOnlyList<Item>> KeysAsync(string partition, string prefix, Deadline deadline)
    {
        var stretch = await reads.QueryAsync(
            new()
            {
                Partition = partition,
                Prefix = prefix,
                Backward = true,
                Consistent = true,
                Attributes = KeysAndImages,
                Limit = Stretch,
            },
            deadline);
        return stretch.Items;
    }

    private static bool IsStudent(Item key) => Keys.SortOf(key).StartsWith(Keys.StudentPrefix, StringComparison.Ordinal);
}
