using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Records reviews. A review replaces the one before it, if that is still the one that was read; the first one of a term is written
/// together with what the deletion of the glossary finds it by, and only while the term exists.
/// </summary>
internal sealed class ReviewStore(TableReader reads, TableWriter writes, Moments moments)
{
    public async Task<Result<Review>> RecordAsync(string reader, ReviewDraft draft, IdempotentRequest? once, Deadline deadline)
    {
        var glossaryKey = Keys.Glossary(draft.GlossaryId);
        var termKey = Keys.Term(draft.GlossaryId, draft.TermId);
        var reviewKey = Keys.Review(reader, draft.GlossaryId, draft.TermId);
        while (true)
        {
            var found = await reads.GetManyAsync([glossaryKey, termKey, reviewKey], consistent: true, deadline);
            if (GlossaryEntity.Find(found.GetValueOrDefault(Keys.Identify(glossaryKey))) is not { } glossary
                || !new Viewer(reader).MayStudy(glossary))
            {
                return await EarlierAsync(reader, once, deadline) ?? Failure.GlossaryNotFound;
            }

            // What moderators hid is its owner's alone, also for whoever studied it before.
            if (!found.TryGetValue(Keys.Identify(termKey), out var term)
                || !new Viewer(reader).In(glossary).Sees(TermEntity.Entity.Read(term)))
            {
                return await EarlierAsync(reader, once, deadline) ?? Failure.TermNotFound;
            }

            var earlier = found.TryGetValue(Keys.Identify(reviewKey), out var item) ? ReviewEntity.Entity.Read(item) : null;
            var now = moments.Now;
            var review = Review.Of(reader, draft, earlier, now);
            var recorded = ReviewEntity.Entity.Write(review);
            var record = once is null
                ? null
                : writes.Put(IdempotencyEntity.Write(reader, once, recorded, now), IdempotencyEntity.IsAbsent(now));
            List<TransactWriteItem> all = earlier is null
                ? [writes.Put(recorded, TableSchema.Key.IsAbsent), writes.Check(termKey, TableSchema.Key.Exists), .. Enrol(review)]
                : [writes.Put(recorded, ReviewEntity.Entity.IsUnchanged(earlier))];

            var outcome = await writes.TransactAsync(
                record is null ? all : [.. all, record], moments.NewToken(now), deadline);
            if (outcome.Refuses(record, out var first))
            {
                return IdempotencyEntity.Answer(first, once!, ReviewEntity.Entity);
            }

            if (outcome.IsDone)
            {
                return review;
            }

            // Another review was quicker, or the term is gone: it is looked at again.
        }
    }

    /// <summary>The entries that a first review brings. What is known of a glossary studied before stays.</summary>
    private IEnumerable<TransactWriteItem> Enrol(Review review)
    {
        var study = new StudyEntry(review.Reader, review.GlossaryId, null);
        yield return writes.Put(StudentEntity.Entity.Write(study));
        yield return writes.Update(
            Keys.Study(study.Reader, study.GlossaryId),
            new ItemUpdate().Set(StudyEntity.Reader, study.Reader).Set(StudyEntity.GlossaryId, study.GlossaryId));
    }

    /// <summary>
    /// The first answer to a request that is repeated after the glossary or the term is gone, or hidden: the only case in which the record
    /// of an idempotency key is read.
    /// </summary>
    private async Task<Result<Review>?> EarlierAsync(string reader, IdempotentRequest? once, Deadline deadline)
    {
        if (once is null)
        {
            return null;
        }

        var found = await reads.GetManyAsync([Keys.Once(reader, once)], consistent: true, deadline);
        var isKept = found.Values.FirstOrDefault() is { } record
            && IdempotencyEntity.Entity.Read(record).ExpiresAt > moments.Now;
        return isKept ? (Result<Review>?)IdempotencyEntity.Answer(found.Values.First(), once, ReviewEntity.Entity) : null;
    }
}
