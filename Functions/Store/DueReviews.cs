using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Lists the reviews of a reader that are due, each with its term, from the index by due time. A review whose term cannot be studied is
/// taken out of the way when it comes up. If it were only left out of the list, it would be due first for good, be read each time, and
/// crowd out what is due.
/// </summary>
internal sealed class DueReviews(TableReader reads, TableWriter writes, Moments moments)
{
    /// <summary>What is kept back to answer with when time runs out.</summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// For how long the review of a hidden term is put off. It is not deleted, since moderators can show the term again, and the reader
    /// then goes on where they were. A day is one write a day for each, and the longest that a term shown again is waited for.
    /// </summary>
    private static readonly TimeSpan PutOff = TimeSpan.FromDays(1);

    /// <summary>What is due in some glossaries, longest due first.</summary>
    public async Task<IReadOnlyList<StudiedTerm>> ListAsync(
        string reader, IReadOnlyList<Ulid> glossaryIds, int limit, Deadline deadline)
    {
        while (true)
        {
            var due = await Task.WhenAll(glossaryIds.Select(id => DueAsync(reader, id, limit, deadline)));
            List<Review> reviews = [.. due.SelectMany(found => found).OrderBy(review => review.DueAt).Take(limit)];
            var terms = await TermsAsync(reviews, deadline);
            List<StudiedTerm> studied =
            [
                .. from review in reviews
                   let term = terms.GetValueOrDefault(review.TermId)
                   where term is not null && Viewer.Anyone.Sees(term)
                   select new StudiedTerm(term, review),
            ];
            if (studied.Count < reviews.Count)
            {
                await ClearAsync(reviews.Except(studied.Select(one => one.Review!)), terms, deadline);
            }

            // What was in the way is not due any more: the same question now has the next ones for an answer.
            if (studied.Count == reviews.Count || reviews.Count < limit || deadline.Remaining < Reserve)
            {
                return studied;
            }
        }
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

    private async Task<Dictionary<Ulid, Term>> TermsAsync(IEnumerable<Review> reviews, Deadline deadline)
    {
        var found = await reads.GetManyAsync(
            [.. reviews.Select(review => Keys.Term(review.GlossaryId, review.TermId))], consistent: true, deadline);
        return found.Values.Select(TermEntity.Entity.Read).ToDictionary(term => term.Id);
    }

    /// <summary>
    /// All at once. Where one of them was reviewed meanwhile nothing is done: whoever lists what is due next looks at them again.
    /// </summary>
    private Task<TransactionOutcome> ClearAsync(
        IEnumerable<Review> reviews, Dictionary<Ulid, Term> terms, Deadline deadline) => writes.TransactAsync(
            [.. reviews.Select(review => terms.ContainsKey(review.TermId) ? Postpone(review) : Remove(review))],
            moments.NewToken(moments.Now),
            deadline);

    // Ids never come back.
    private TransactWriteItem Remove(Review review) => writes.Delete(KeyOf(review));

    // Its version stays, which counts the reviews.
    private TransactWriteItem Postpone(Review review)
    {
        var later = review with { DueAt = moments.Now + PutOff };
        return writes.Update(
            KeyOf(review),
            new ItemUpdate().Set(ReviewEntity.DueAt, later.DueAt).Set(Keys.ByDue(later)),
            ReviewEntity.Entity.IsUnchanged(review));
    }

    private static Item KeyOf(Review review) => Keys.Review(review.Reader, review.GlossaryId, review.TermId);
}
