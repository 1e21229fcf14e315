using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Lists what a reader is to study now: the reviews that are due and, of one glossary, the terms that were never reviewed.
/// </summary>
internal sealed class DueLists(TableReader reads, TableWriter writes, Moments moments)
{
    private readonly DueReviews _dueReviews = new(reads, writes, moments);
    private readonly NewTerms _newTerms = new(reads, writes, moments);

    public Task<Result<IReadOnlyList<StudiedTerm>>> ListAsync(string reader, Ulid? glossaryId, int limit, Deadline deadline) =>
        glossaryId is { } id ? OfOneAsync(reader, id, limit, deadline) : OfAllAsync(reader, limit, deadline);

    private async Task<Result<IReadOnlyList<StudiedTerm>>> OfOneAsync(
        string reader, Ulid glossaryId, int limit, Deadline deadline)
    {
        // All at once: whoever may not see the glossary is rare, and gets nothing of what was read.
        var (glossaryKey, studyKey) = (Keys.Glossary(glossaryId), Keys.Study(reader, glossaryId));
        var reading = reads.GetManyAsync([glossaryKey, studyKey], consistent: true, deadline);
        var due = _dueReviews.ListAsync(reader, [glossaryId], limit, deadline);
        await Task.WhenAll(reading, due);
        var found = await reading;
        if (GlossaryEntity.Find(found.GetValueOrDefault(Keys.Identify(glossaryKey))) is not { } glossary
            || !new Viewer(reader).MayStudy(glossary))
        {
            return Failure.GlossaryNotFound;
        }

        List<StudiedTerm> terms = [.. await due];
        if (terms.Count < limit)
        {
            var study = found.TryGetValue(Keys.Identify(studyKey), out var item)
                ? StudyEntity.Entity.Read(item)
                : new StudyEntry(reader, glossaryId, null);
            terms.AddRange(await _newTerms.ListAsync(study, limit - terms.Count, deadline));
        }

        return terms;
    }

    private async Task<Result<IReadOnlyList<StudiedTerm>>> OfAllAsync(string reader, int limit, Deadline deadline) =>
        (Result<IReadOnlyList<StudiedTerm>>)(List<StudiedTerm>)
        [
            .. await _dueReviews.ListAsync(reader, await StudiedAsync(reader, deadline), limit, deadline),
        ];

    /// <summary>
    /// The newest glossaries of those that the reader studies. One that became private may become public again, so its entry stays.
    /// </summary>
    private async Task<IReadOnlyList<Ulid>> StudiedAsync(string reader, Deadline deadline)
    {
        List<Ulid> studied = [];
        QueryPage entries;
        Item? after = null;
        do
        {
            entries = await reads.QueryAsync(
                new()
                {
                    Partition = Keys.StudyPartition(reader),
                    Prefix = Keys.StudiedPrefix,
                    Backward = true,
                    Consistent = true,
                    After = after,
                    Limit = Limits.GlossariesStudied,
                },
                deadline);
            List<Item> keys = [.. entries.Items.Select(entry => Keys.Glossary(StudyEntity.GlossaryId.Read(entry)))];
            var found = await reads.GetManyAsync(keys, consistent: true, deadline);
            studied.AddRange(keys
                .Select(key => GlossaryEntity.Find(found.GetValueOrDefault(Keys.Identify(key))))
                .OfType<Glossary>()
                .Where(new Viewer(reader).MayStudy)
                .Select(glossary => glossary.Id));
            after = entries.Items is [.., var last] ? Keys.Of(last) : null;
        }
        while (entries.HasMore && studied.Count < Limits.GlossariesStudied && deadline.Remaining > DueReviews.Reserve);
        return [.. studied.Take(Limits.GlossariesStudied)];
    }
}
