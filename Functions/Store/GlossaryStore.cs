using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>Finds, lists, creates and changes glossaries. Whoever may not see one is told that there is none.</summary>
internal sealed class GlossaryStore(TableReader reads, TableWriter writes, Moments moments)
{
    public async Task<Result<Glossary>> GetAsync(Viewer viewer, Ulid id, Deadline deadline)
    {
        var item = await reads.GetAsync(Keys.Glossary(id), viewer.ReadsConsistently, deadline);
        return GlossaryEntity.Find(item) is { } glossary && viewer.Sees(glossary) ? glossary : Failure.GlossaryNotFound;
    }

    /// <summary>A glossary as it is now, whoever may see it; null: there is none, or no longer one.</summary>
    public async Task<Glossary?> FindAsync(Ulid id, Deadline deadline) =>
        GlossaryEntity.Find(await reads.GetAsync(Keys.Glossary(id), consistent: true, deadline));

    /// <summary>All public ones, newest first. The index follows the table within moments.</summary>
    public async Task<Result<Page<Glossary>>> ListPublicAsync(PageRequest page, Deadline deadline)
    {
        if (!page.TryReadId(out var after))
        {
            return Failure.InvalidCursor;
        }

        var slice = await reads.QueryAsync(
            new()
            {
                Index = TableSchema.PublicGlossaries,
                Partition = Keys.PublicPartition,
                Backward = true,
                Consistent = false,
                After = after is { } id ? Keys.Glossary(id).With(Keys.Public(id)) : null,
                Limit = page.Limit,
            },
            deadline);
        List<Glossary> glossaries = [.. slice.Items.Select(GlossaryEntity.Entity.Read)];
        return new Page<Glossary>(glossaries, slice.HasMore ? glossaries[^1].Id.ToString() : null);
    }

    /// <summary>A reader's own, newest first, each as it is now.</summary>
    public async Task<Result<Page<Glossary>>> ListOwnedAsync(string reader, PageRequest page, Deadline deadline)
    {
        if (!page.TryReadId(out var after))
        {
            return Failure.InvalidCursor;
        }

        var entries = await reads.QueryAsync(
            new()
            {
                Partition = Keys.ReaderPartition(reader),
                Prefix = Keys.OwnedPrefix,
                Backward = true,
                Consistent = true,
                After = after is { } id ? Keys.OwnerEntry(reader, id) : null,
                Limit = page.Limit,
            },
            deadline);
        List<Ulid> ids = [.. entries.Items.Select(entry => OwnerEntity.Id.Read(entry))];
        var found = await reads.GetManyAsync(
            [.. ids.Select(Keys.Glossary)], consistent: true, deadline);

        // One that was deleted between the two reads is left out.
        return new Page<Glossary>(
            [.. ids.Select(id => GlossaryEntity.Find(found.GetValueOrDefault(Keys.Identify(Keys.Glossary(id))))).OfType<Glossary>()],
            entries.HasMore ? ids[^1].ToString() : null);
    }

    public async Task<Result<Glossary>> CreateAsync(string reader, GlossaryDraft draft, IdempotentRequest? once, Deadline deadline)
    {
        var now = moments.Now;
        var glossary = Glossary.New(moments.NewId(now), reader, draft, now);
        var item = GlossaryEntity.Entity.Write(glossary);
        var entry = OwnerEntity.Entity.Write(new(reader, glossary.Id));
        var record = once is null ? null : writes.Put(IdempotencyEntity.Write(reader, once, item, now), IdempotencyEntity.IsAbsent(now));

        var outcome = await writes.TransactAsync(
            [writes.Put(item, TableSchema.Key.IsAbsent), writes.Put(entry), .. record is null ? [] : new[] { record }],
            moments.NewToken(now),
            deadline);
        if (outcome.Refuses(record, out var earlier))
        {
            return IdempotencyEntity.Answer(earlier, once!, GlossaryEntity.Entity);
        }

        return outcome.IsDone ? glossary : throw new InvalidOperationException("A new id was taken.");
    }

    /// <summary>
    /// Reads the glossary and replaces that version alone, in a transaction: sent again after its answer got lost, it is still done
    /// once, however many others were quicker than the second attempt. Where someone else was quicker than the first, what they
    /// wrote is looked at, and mostly found to be another version than asked for.
    /// </summary>
    public async Task<Result<Glossary>> UpdateAsync(
        string reader, Ulid id, VersionMatch match, GlossaryDraft draft, Deadline deadline)
    {
        while (true)
        {
            var found = await GetAsync(new Viewer(reader), id, deadline);
            if (!found.Succeeded(out var glossary, out var failure))
            {
                return failure;
            }

            if (!match.Accepts(glossary.Version))
            {
                return Failure.StaleVersion;
            }

            var edited = glossary.Edited(draft, moments.Now);
            var edit = writes.Update(
                Keys.Glossary(id),
                Edit(edited),
                Conditions.IsGlossaryOf(reader).And(GlossaryEntity.Entity.IsUnchanged(glossary)));
            var outcome = await writes.TransactAsync([edit], moments.NewToken(edited.UpdatedAt), deadline);
            if (outcome.IsDone)
            {
                return edited;
            }
        }
    }

    /// <summary>Whether an item on which a condition failed is a glossary of the reader's.</summary>
    public static bool IsVisible(Item item, string reader) =>
        GlossaryEntity.Find(item) is { } glossary && new Viewer(reader).Sees(glossary);

    // An update, not a put: the count of terms is others' to change meanwhile.
    private static ItemUpdate Edit(Glossary edited)
    {
        var edit = new ItemUpdate()
            .Set(GlossaryEntity.Title, edited.Draft.Title)
            .Set(GlossaryEntity.Description, edited.Draft.Description)
            .Set(GlossaryEntity.Visibility, edited.Visibility)
            .Set(GlossaryEntity.Revision.UpdatedAt, edited.UpdatedAt)
            .Set(GlossaryEntity.Revision.Version, edited.Version);
        return edited.Visibility is Visibility.Private
            ? edit.Remove(TableSchema.PublicGlossaries.PartitionKey, TableSchema.PublicGlossaries.SortKey)
            : edit.Set(Keys.Public(edited.Id));
    }
}
