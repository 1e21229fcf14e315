using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Lists what a reader is to study now: the reviews that are due, from the index by due time, and, of one glossary, the terms that
/// were never reviewed. A review whose term is gone is removed when it comes up.
/// </summary>
internal sealed class DueLists(TableReader reads, TableWriter writes, Moments moments)
{
    private readonly NewTerms _newTerms = new(reads, writes, moments);

    public Task<Result<IReadOnlyList<StudiedTerm>>> ListAsync(string reader, Ulid? glossaryId, int limit, Deadline deadline) =>
        glossaryId is { } id ? OfOneAsync(reader, id, limit, deadline) : OfAllAsync(reader, limit, deadline);

    private async Task<Result<IReadOnlyList<StudiedTerm>>> OfOneAsync(
        string reader, Ulid glossaryId, int limit, Deadline deadline)
    {
        // All at once: whoever may not see the glossary is rare, and gets nothing of what was read.
        var (glossaryKey, studyKey) = (Keys.Glossary(glossaryId), Keys.Study(reader, glossaryId));
        var reading = reads.GetManyAsync([glossaryKey, studyKey], consistent: true, deadline);
        var due = DueAsync(reader, glossaryId, limit, deadline);
        await Task.WhenAll(reading, due);
        var found = await reading;
        if (GlossaryEntity.Find(found.GetValueOrDefault(Keys.Identify(glossaryKey))) is not { } glossary
            || !new Viewer(reader).MayStudy(glossary))
        {
            return Failure.GlossaryNotFound;
        }

        List<StudiedTerm> terms = [.. await WithTermsAsync(await due, deadline)];
        if (terms.Count < limit)
        {
            var study = found.TryGetValue(Keys.Identify(studyKey), out var item)
                ? StudyEntity.Entity.Read(item)
                : new StudyEntry(reader, glossaryId, null);
            terms.AddRange(await _newTerms.ListAsync(study, limit - terms.Count, deadline));
        }

        return terms;
    }

    private async Task<Result<IReadOnlyList<StudiedTerm>>> OfAllAsync(string reader, int limit, Deadline deadline)
    {
        var entries = await reads.QueryAsync(
            new()
            {
                Partition = Keys.StudyPartition(reader),
                Prefix = Keys.StudiedPrefix,
                Backward = true,
                Consistent = true,
                Limit = Limits.GlossariesStudied,
            },
            deadline);
        List<Ulid> ids = [.. entries.Items.Select(entry => StudyEntity.GlossaryId.Read(entry))];
        var glossaries = await reads.GetManyAsync([.. ids.Select(Keys.Glossary)], consistent: true, deadline);
        var visible = glossaries.Values.Select(GlossaryEntity.Find).OfType<Glossary>().Where(new Viewer(reader).MayStudy);
        var due = await Task.WhenAll(visible.Select(glossary => DueAsync(reader, glossary.Id, limit, deadline)));
        return (Result<IReadOnlyList<StudiedTerm>>)(List<StudiedTerm>)
        [
            .. await WithTermsAsync([.. due.SelectMany(reviews => reviews).OrderBy(review => review.DueAt).Take(limit)], deadline),
        ];
    }

    private async Task<IReadOnlyList<Review>> DueAsync(string reader, Ulid glossaryId, int limit, Deadline deadline)
    {
        var slice = await reads.QueryAsync(
            new()
            {
                Index = TableSchema.ReviewsByDue,
                Partition = Keys.StudyPartition(reader),
                Prefix = Keys.DuePrefix(glossaryId),
                Until = Keys.DueUntil(glossaryId, moments.Now),
                Consistent = true,
                Limit = limit,
            },
            deadline);
        return [.. slice.Items.Select(ReviewEntity.Entity.Read)];
    }

    private async Task<IEnumerable<StudiedTerm>> WithTermsAsync(IReadOnlyList<Review> reviews, Deadline deadline)
    {
        var found = await reads.GetManyAsync([.. reviews.Select(TermKey)], consistent: true, deadline);
        var vanished = reviews.Where(review => !found.ContainsKey(Keys.Identify(TermKey(review)))).ToList();
        if (vanished is not [])
        {
            // Ids never come back. A transaction, since it needs no permission but to delete.
            await writes.TransactAsync(
                [.. vanished.Select(review => writes.Delete(Keys.Review(review.Reader, review.GlossaryId, review.TermId)))],
                moments.NewToken(moments.Now),
                deadline);
        }

        return reviews
            .Except(vanished)
            .Select(review => new StudiedTerm(TermEntity.Entity.Read(found[Keys.Identify(TermKey(review))]), review))

            // What moderators hid is nobody's to study.
            .Where(studied => Viewer.Anyone.Sees(studied.Term));
    }

    private static Item TermKey(Review review) => Keys.Term(review.GlossaryId, review.TermId);
}
