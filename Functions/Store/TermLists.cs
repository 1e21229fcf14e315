using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Lists the terms of a glossary by name: all of them and those whose name begins alike from the index by name, those with a tag
/// from the tag's entries.
/// </summary>
internal sealed class TermLists(TableReader reads, GlossaryStore glossaries)
{
    public async Task<Result<Page<Term>>> ListAsync(
        Viewer viewer, Ulid glossaryId, TermFilter filter, PageRequest page, Deadline deadline)
    {
        TermPosition? after = null;
        if (page.After is { } text)
        {
            if (!TermPosition.TryParse(text, out var position)
                || !position.Name.StartsWith(filter.Prefix, StringComparison.Ordinal))
            {
                return Failure.InvalidCursor;
            }

            after = position;
        }

        // Both at once: whoever may not see the glossary is rare, and gets nothing of what was read.
        var glossary = glossaries.GetAsync(viewer, glossaryId, deadline);
        var terms = filter.Tag is ""
            ? ByNameAsync(viewer, glossaryId, filter, after, page.Limit, deadline)
            : ByTagAsync(viewer, glossaryId, filter, after, page.Limit, deadline);
        await Task.WhenAll(glossary, terms);
        var listed = await terms;
        return (await glossary).Select(_ => listed);
    }

    private async Task<Page<Term>> ByNameAsync(
        Viewer viewer, Ulid glossaryId, TermFilter filter, TermPosition? after, int limit, Deadline deadline)
    {
        var slice = await reads.QueryAsync(
            new()
            {
                Index = TableSchema.TermsByName,
                Partition = Keys.GlossaryPartition(glossaryId),
                Prefix = filter.Prefix,
                Consistent = viewer.ReadsConsistently,
                After = after is { } position ? Keys.Term(glossaryId, position.Id).With(Keys.ByName(position)) : null,
                Limit = limit,
            },
            deadline);
        List<Term> terms = [.. slice.Items.Select(TermEntity.Entity.Read)];
        return new([.. terms.Where(viewer.Sees)], slice.HasMore ? terms[^1].Position.ToString() : null);
    }

    private async Task<Page<Term>> ByTagAsync(
        Viewer viewer, Ulid glossaryId, TermFilter filter, TermPosition? after, int limit, Deadline deadline)
    {
        var ofTag = Keys.TagPrefix(filter.Tag);
        var entries = await reads.QueryAsync(
            new()
            {
                Partition = Keys.GlossaryPartition(glossaryId),
                Prefix = ofTag + filter.Prefix,
                Consistent = viewer.ReadsConsistently,
                After = after is { } position ? Keys.TagEntry(glossaryId, filter.Tag, position) : null,
                Limit = limit,
            },
            deadline);
        List<TermPosition> positions = [.. entries.Items.Select(entry => TagEntity.Entity.Read(entry).Position)];
        var found = await reads.GetManyAsync(
            [.. positions.Select(position => Keys.Term(glossaryId, position.Id))],
            viewer.ReadsConsistently,
            deadline);

        // One that was deleted between the two reads is left out.
        var items = positions
            .Select(position => found.GetValueOrDefault(Keys.Identify(Keys.Term(glossaryId, position.Id))))
            .OfType<Item>();
        return new(
            [.. items.Select(TermEntity.Entity.Read).Where(viewer.Sees)],
            entries.HasMore ? positions[^1].ToString() : null);
    }
}
