using Lexicon.Functions.Domain;
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

    /// <summary>All public ones, newest first. The index follows the table within moments.</summary>
    public async Task<Result<Page<Glossary>>> ListPublicAsync(PageRequest page, Deadline deadline)
    {
        if (!TryReadPosition(page, out var after))
        {
            return Failure.InvalidCursor;
        }

        var slice = await reads.QueryAsync(
            new()
            {
                Index = TableSchema.PublicGlossaries.Name,
                PartitionKey = TableSchema.PublicGlossaries.PartitionKey,
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
        if (!TryReadPosition(page, out var after))
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
        List<Ulid> ids = [.. entries.Items.Select(entry => OwnedEntity.Id.Read(entry))];
        var found = await reads.GetManyAsync(
            [.. ids.Select(Keys.Glossary)], consistent: true, deadline);

        // One that was deleted between the two reads is left out.
        return new Page<Glossary>(
            [.. ids.Select(id => GlossaryEntity.Find(found.GetValueOrDefault(Keys.Identify(Keys.Glossary(id))))).OfType<Glossary>()],
            entries.HasMore ? ids[^1].ToString() : null);
    }

    public async Task<Result<Glossary>> CreateAsync(string reader, GlossaryDraft draft, Once? once, Deadline deadline)
    {
        var now = moments.Now;
        var glossary = Glossary.New(moments.NewId(now), reader, draft, now);
        var item = GlossaryEntity.Entity.Write(glossary);
        var entry = OwnedEntity.Entity.Write(new(reader, glossary.Id));
        var record = once is null ? null : writes.Put(OnceEntity.Write(reader, once, item, now), OnceEntity.IsAbsent(now));

        var outcome = await writes.TransactAsync(
            [writes.Put(item, Expression.IsAbsent), writes.Put(entry), .. record is null ? [] : new[] { record }],
            moments.NewId(now),
            deadline);
        if (outcome.Refuses(record, out var earlier))
        {
            return OnceEntity.Answer(earlier, once!, GlossaryEntity.Entity);
        }

        return outcome.IsDone ? glossary : throw new InvalidOperationException("A new id was taken.");
    }

    public async Task<Result<Glossary>> UpdateAsync(
        string reader, Ulid id, VersionMatch match, GlossaryDraft draft, Deadline deadline)
    {
        var now = moments.Now;
        var change = moments.NewId(now);
        var outcome = await writes.UpdateAsync(
            Keys.Glossary(id),
            Edit(id, draft, change, now),
            Conditions.IsGlossaryOf(reader).And(Conditions.HasVersion(match)),
            change,
            deadline);
        if (outcome.IsDone)
        {
            return GlossaryEntity.Entity.Read(outcome.Item);
        }

        // The edit was done, its answer lost, and someone else was at once the next.
        if (outcome.Item.GetValueOrDefault(GlossaryEntity.PreviousChange)?.S == change.ToString()
            && GlossaryEntity.Find(outcome.Item) is { } overtaken)
        {
            return overtaken with { Draft = draft, Version = overtaken.Version - 1, UpdatedAt = now };
        }

        return IsVisible(outcome.Item, reader) ? Failure.StaleVersion : Failure.GlossaryNotFound;
    }

    /// <summary>Whether an item on which a condition failed is a glossary of the reader's: then it was the version.</summary>
    public static bool IsVisible(Item item, string reader) =>
        item.Count > 0 && GlossaryEntity.Find(item) is { } glossary && new Viewer(reader).Sees(glossary);

    private static Expression Edit(Ulid id, GlossaryDraft draft, Ulid change, DateTimeOffset now)
    {
        var (publicPartition, publicSort) = (TableSchema.PublicGlossaries.PartitionKey, TableSchema.PublicGlossaries.SortKey);
        var (mark, version) = (GlossaryEntity.Change, GlossaryEntity.Version.Name);
        var edit = new Expression(
            $"SET #{GlossaryEntity.Title.Name} = :title, #{GlossaryEntity.Description.Name} = :description, "
            + $"#{GlossaryEntity.Visibility.Name} = :visibility, #{GlossaryEntity.UpdatedAt.Name} = :now, "
            + $"#{GlossaryEntity.PreviousChange} = if_not_exists(#{mark}, :none), #{mark} = :change, "
            + $"#{version} = #{version} + :one",
            new()
            {
                [":title"] = GlossaryEntity.Title.Value(draft.Title),
                [":description"] = GlossaryEntity.Description.Value(draft.Description),
                [":visibility"] = GlossaryEntity.Visibility.Value(draft.Visibility),
                [":now"] = GlossaryEntity.UpdatedAt.Value(now),
                [":change"] = new(change.ToString()),
                [":none"] = new("none"),
                [":one"] = GlossaryEntity.Version.Value(1),
            });
        return draft.Visibility is Visibility.Private
            ? edit with { Text = $"{edit.Text} REMOVE #{publicPartition}, #{publicSort}" }
            : new(
                $"{edit.Text}, #{publicPartition} = :publicPartition, #{publicSort} = :publicSort",
                new Item(edit.Values).With(new()
                {
                    [":publicPartition"] = new(Keys.PublicPartition),
                    [":publicSort"] = new(id.ToString()),
                }));
    }

    private static bool TryReadPosition(PageRequest page, out Ulid? after)
    {
        after = null;
        if (page.After is null)
        {
            return true;
        }

        var isPosition = Ulid.TryParse(page.After, out var id);
        after = id;
        return isPosition;
    }
}
