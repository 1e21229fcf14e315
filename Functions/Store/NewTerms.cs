using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Finds the terms of a glossary that a reader has never reviewed, in the order of their creation: the terms and the reviews are
/// read side by side, both in the order of the terms' ids. How far everything has been reviewed is remembered, so that the next
/// search begins there.
/// </summary>
internal sealed class NewTerms(TableReader reads, TableWriter writes, Moments moments)
{
    private const int Stretch = 25;

    /// <summary>Ids come from the clocks of many machines: a term as young as this may yet get an older neighbour.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<StudiedTerm>> ListAsync(StudyEntry study, int limit, Deadline deadline)
    {
        List<StudiedTerm> fresh = [];
        var (after, reviewedUpTo, hasMore, isUnbroken) = (study.NewAfter, study.NewAfter, true, true);
        while (hasMore && fresh.Count < limit && deadline.Remaining > DueReviews.Reserve)
        {
            var slice = await TermsAsync(study.GlossaryId, after, Math.Max(Stretch, limit - fresh.Count), deadline);
            List<Term> terms = [.. slice.Items.Select(TermEntity.Entity.Read)];
            if (terms is [])
            {
                break;
            }

            var reviewed = await ReviewedAsync(study, terms[0].Id, terms[^1].Id, deadline);

            foreach (var term in terms)
            {
                var isReviewed = reviewed.Contains(term.Id);
                isUnbroken &= isReviewed && term.Id.Time < moments.Now - Settling;
                if (isUnbroken)
                {
                    reviewedUpTo = term.Id;
                }

                // What moderators hid is nobody's to study. Until it is shown again, it is in the way of what is remembered.
                if (!isReviewed && Viewer.Anyone.Sees(term))
                {
                    fresh.Add(new(term, null));
                }
            }

            (after, hasMore) = (terms[^1].Id, slice.HasMore);
        }

        if (reviewedUpTo != study.NewAfter)
        {
            await RememberAsync(study, reviewedUpTo.GetValueOrDefault(), deadline);
        }

        return [.. fresh.Take(limit)];
    }

    private Task<QueryPage> TermsAsync(Ulid glossaryId, Ulid? after, int limit, Deadline deadline) => reads.QueryAsync(
        new()
        {
            Partition = Keys.GlossaryPartition(glossaryId),
            Prefix = Keys.TermPrefix,
            Consistent = true,
            After = after is { } id ? Keys.Term(glossaryId, id) : null,
            Limit = limit,
        },
        deadline);

    private async Task<HashSet<Ulid>> ReviewedAsync(StudyEntry study, Ulid first, Ulid last, Deadline deadline)
    {
        var prefix = Keys.ReviewPrefix(study.GlossaryId);
        HashSet<Ulid> reviewed = [];
        QueryPage slice;
        Item? after = null;
        do
        {
            slice = await reads.QueryAsync(
                new()
                {
                    Partition = Keys.StudyPartition(study.Reader),
                    Prefix = prefix + first,
                    Until = prefix + last,
                    Consistent = true,
                    After = after,
                    Limit = Limits.Page,
                },
                deadline);
            reviewed.UnionWith(slice.Items.Select(item => ReviewEntity.TermId.Read(item)));
            after = slice.Items is [.., var end] ? Keys.Of(end) : null;
        }
        while (slice.HasMore);
        return reviewed;
    }

    /// <summary>Never backwards, and not of a glossary that was deleted meanwhile: then there is nothing to remember.</summary>
    private Task<TransactionOutcome> RememberAsync(StudyEntry study, Ulid newAfter, Deadline deadline)
    {
        var remembered = StudyEntity.NewAfter;
        return writes.TransactAsync(
            [
                writes.Update(
                    Keys.Study(study.Reader, study.GlossaryId),
                    new ItemUpdate().Set(remembered, newAfter),
                    TableSchema.Key.Exists.And(remembered.IsAbsent().Or(remembered.IsBelow(newAfter)))),
            ],
            moments.NewToken(moments.Now),
            deadline);
    }
}
