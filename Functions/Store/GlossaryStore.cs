using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>Finds, lists, creates and changes glossaries. Whoever may not see one is told that there is none.</summary>
internal sealed class GlossaryStore(TableReader reads, TableWriter writes, Moments moments)
{
    public async Task<Result<Glossary>> GetAsync(Viewer viewer, Ulid id, Deadline deadline)
    {
        var item = await reads.GetAsync(Keys.Glossary(id), viewer.ReadsConsistently, deadline);
        return GlossaryItem.Find(item) is { } glossary && viewer.Sees(glossary) ? glossary : Failure.GlossaryNotFound;
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
        List<Glossary> glossaries = [.. slice.Items.Select(GlossaryItem.Read)];
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
        List<Ulid> ids = [.. entries.Items.Select(entry => entry.ReadUlid(Attributes.Id))];
        var found = await reads.GetManyAsync(
            [.. ids.Select(Keys.Glossary)], item => item.ReadText(Attributes.Id), consistent: true, deadline);

        // One that was deleted between the two reads is left out.
        return new Page<Glossary>(
            [.. ids.Select(id => GlossaryItem.Find(found.GetValueOrDefault(id.ToString()))).OfType<Glossary>()],
            entries.HasMore ? ids[^1].ToString() : null);
    }

    public async Task<Result<Glossary>> CreateAsync(string reader, GlossaryDraft draft, Once? once, Deadline deadline)
    {
        var now = moments.Now;
        var glossary = Glossary.New(moments.NewId(now), reader, draft, now);
        var item = GlossaryItem.Write(glossary);
        var entry = Keys.OwnerEntry(reader, glossary.Id).With(new() { [Attributes.Id] = Values.Text(glossary.Id.ToString()) });
        var record = once is null ? null : writes.Put(OnceItem.Write(reader, once, item, now), OnceItem.IsAbsent(now));

        var outcome = await writes.TransactAsync(
            [writes.Put(item, Expression.IsAbsent), writes.Put(entry), .. record is null ? [] : new[] { record }],
            moments.NewId(now),
            deadline);
        if (outcome.Refuses(record, out var earlier))
        {
            return OnceItem.Answer(earlier, once!, GlossaryItem.Read);
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
            return GlossaryItem.Read(outcome.Item);
        }

        return IsVisible(outcome.Item, reader) ? Failure.StaleVersion : Failure.GlossaryNotFound;
    }

    /// <summary>Whether an item on which a condition failed is a glossary of the reader's: then it was the version.</summary>
    public static bool IsVisible(Item item, string reader) =>
        item.Count > 0 && GlossaryItem.Find(item) is { } glossary && new Viewer(reader).Sees(glossary);

    private static Expression Edit(Ulid id, GlossaryDraft draft, Ulid change, DateTimeOffset now)
    {
        var (publicPartition, publicSort) = (TableSchema.PublicGlossaries.PartitionKey, TableSchema.PublicGlossaries.SortKey);
        var edit = new Expression(
            $"SET #{Attributes.Title} = :title, #{Attributes.Description} = :description, "
            + $"#{Attributes.Visibility} = :visibility, #{Attributes.UpdatedAt} = :now, #{Attributes.Change} = :change, "
            + $"#{Attributes.Version} = #{Attributes.Version} + :one",
            new()
            {
                [":title"] = Values.Text(draft.Title),
                [":description"] = Values.Text(draft.Description),
                [":visibility"] = Values.Text(draft.Visibility.ToWord()),
                [":now"] = Values.Time(now),
                [":change"] = Values.Text(change.ToString()),
                [":one"] = Values.Number(1),
            });
        return draft.Visibility is Visibility.Private
            ? edit with { Text = $"{edit.Text} REMOVE #{publicPartition}, #{publicSort}" }
            : new(
                $"{edit.Text}, #{publicPartition} = :publicPartition, #{publicSort} = :publicSort",
                new Item(edit.Values).With(new()
                {
                    [":publicPartition"] = Values.Text(Keys.PublicPartition),
                    [":publicSort"] = Values.Text(id.ToString()),
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
