using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Finds, creates, changes and deletes the terms of glossaries. A term, its entries in the lists of tags and the count of terms
/// change in one transaction.
/// </summary>
internal sealed class TermStore(TableReader reads, TableWriter writes, Moments moments)
{
    public async Task<Result<Term>> GetAsync(Viewer viewer, Ulid glossaryId, Ulid termId, Deadline deadline)
    {
        var (glossaryKey, termKey) = (Keys.Glossary(glossaryId), Keys.Term(glossaryId, termId));
        var found = await reads.GetManyAsync([glossaryKey, termKey], viewer.ReadsConsistently, deadline);
        if (GlossaryEntity.Find(found.GetValueOrDefault(Keys.Identify(glossaryKey))) is not { } glossary || !viewer.Sees(glossary))
        {
            return Failure.GlossaryNotFound;
        }

        return found.TryGetValue(Keys.Identify(termKey), out var item) && TermEntity.Entity.Read(item) is var term && viewer.Sees(term)
            ? term
            : Failure.TermNotFound;
    }

    public async Task<Result<Term>> CreateAsync(
        string reader, Ulid glossaryId, TermDraft draft, IdempotentRequest? once, Deadline deadline)
    {
        var now = moments.Now;
        var term = Term.New(moments.NewId(now), glossaryId, draft, now);
        var item = TermEntity.Entity.Write(term);
        var count = CountTerms(glossaryId, 1, Conditions.IsGlossaryOf(reader).And(HasRoom()));
        var record = once is null ? null : writes.Put(IdempotencyEntity.Write(reader, once, item, now), IdempotencyEntity.IsAbsent(now));

        List<TransactWriteItem> all = [count, writes.Put(item, TableSchema.Key.IsAbsent), .. Puts(TagEntity.AllOf(term).Values)];
        var outcome = await writes.TransactAsync(record is null ? all : [.. all, record], moments.NewToken(now), deadline);
        if (outcome.Refuses(record, out var earlier))
        {
            return IdempotencyEntity.Answer(earlier, once!, TermEntity.Entity);
        }

        if (outcome.Refuses(count, out var glossary))
        {
            return GlossaryStore.IsVisible(glossary, reader) ? Failure.GlossaryFull : Failure.GlossaryNotFound;
        }

        return outcome.IsDone ? term : throw new InvalidOperationException("A new id was taken.");
    }

    /// <summary>
    /// Reads the term, since its entries in the lists of tags follow from what it was, and replaces that version alone. Where
    /// someone else was quicker, what they wrote is looked at, and mostly found to be another version than asked for.
    /// </summary>
    public async Task<Result<Term>> UpdateAsync(
        string reader, Ulid glossaryId, Ulid termId, VersionMatch match, TermDraft draft, Deadline deadline)
    {
        while (true)
        {
            var found = await FindAsync(reader, glossaryId, termId, match, deadline);
            if (!found.Succeeded(out var term, out var failure))
            {
                return failure;
            }

            var now = moments.Now;
            var edited = term.Edited(draft, now);
            var (before, after) = (TagEntity.AllOf(term), TagEntity.AllOf(edited));
            List<TransactWriteItem> all =
            [
                writes.Put(TermEntity.Entity.Write(edited), TermEntity.Entity.IsUnchanged(term)),
                .. Deletes(before.ExceptBy(after.Keys, entry => entry.Key).Select(entry => entry.Value)),
                .. Puts(after.ExceptBy(before.Keys, entry => entry.Key).Select(entry => entry.Value)),
            ];
            var outcome = await writes.TransactAsync(all, moments.NewToken(now), deadline);
            if (outcome.IsDone)
            {
                return edited;
            }
        }
    }

    public async Task<Result<Term>> DeleteAsync(
        string reader, Ulid glossaryId, Ulid termId, VersionMatch match, Deadline deadline)
    {
        while (true)
        {
            var found = await FindAsync(reader, glossaryId, termId, match, deadline);
            if (!found.Succeeded(out var term, out var failure))
            {
                return failure;
            }

            List<TransactWriteItem> all =
            [
                writes.Delete(Keys.Term(glossaryId, termId), TermEntity.Entity.IsUnchanged(term)),
                CountTerms(glossaryId, -1, Conditions.IsGlossaryOf(reader)),
                .. Deletes(TagEntity.AllOf(term).Values),
            ];
            var outcome = await writes.TransactAsync(all, moments.NewToken(moments.Now), deadline);
            if (outcome.IsDone)
            {
                return term;
            }
        }
    }

    /// <summary>Takes the image from a term of the reader's.</summary>
    public async Task<Result<TermChange>> RemoveImageAsync(
        string reader, Ulid glossaryId, Ulid termId, VersionMatch match, Deadline deadline)
    {
        while (true)
        {
            var found = await FindAsync(reader, glossaryId, termId, match, deadline);
            if (!found.Succeeded(out var term, out var failure))
            {
                return failure;
            }

            if (await ReplaceAsync(term, term.WithImage(null, moments.Now), deadline) is { } edited)
            {
                return new TermChange(term, edited);
            }
        }
    }

    /// <summary>Gives a term its image, whoever owns it.</summary>
    /// <returns>Whether the term was there, and the image that it had.</returns>
    public Task<(bool Found, TermImage? Image)> SetImageAsync(Ulid glossaryId, Ulid termId, TermImage image, Deadline deadline) =>
        ChangeAsync(
            glossaryId,
            termId,
            term => term.Image == image && !term.IsImageRefused ? term : term.WithImage(image, moments.Now),
            deadline);

    /// <summary>Says of a term that what was uploaded for it is not an image; the one that it had stays.</summary>
    public Task RefuseImageAsync(Ulid glossaryId, Ulid termId, Deadline deadline) => ChangeAsync(
        glossaryId, termId, term => term.IsImageRefused ? term : term.WithImageRefused(moments.Now), deadline);

    private async Task<(bool Found, TermImage? Image)> ChangeAsync(
        Ulid glossaryId, Ulid termId, Func<Term, Term> change, Deadline deadline)
    {
        while (true)
        {
            var found = await reads.GetManyAsync([Keys.Term(glossaryId, termId)], consistent: true, deadline);
            if (found.Values.FirstOrDefault() is not { } item)
            {
                return (false, null);
            }

            var term = TermEntity.Entity.Read(item);
            var changed = change(term);
            if (changed == term || await ReplaceAsync(term, changed, deadline) is not null)
            {
                return (true, term.Image);
            }
        }
    }

    // Its tags stay as they are, so their entries do, too.
    private async Task<Term?> ReplaceAsync(Term before, Term after, Deadline deadline)
    {
        List<TransactWriteItem> all = [writes.Put(TermEntity.Entity.Write(after), TermEntity.Entity.IsUnchanged(before))];
        var outcome = await writes.TransactAsync(all, moments.NewToken(moments.Now), deadline);
        return outcome.IsDone ? after : null;
    }

    private async Task<Result<Term>> FindAsync(
        string reader, Ulid glossaryId, Ulid termId, VersionMatch match, Deadline deadline)
    {
        var found = await GetAsync(new Viewer(reader), glossaryId, termId, deadline);
        return found.SelectMany(
            term => match.Accepts(term.Version) ? (Result<Term>)term : Failure.StaleVersion, (_, term) => term);
    }

    private TransactWriteItem CountTerms(Ulid glossaryId, int change, Expression condition) => writes.Update(
        Keys.Glossary(glossaryId),
        new ItemUpdate().Add(GlossaryEntity.TermCount, change),
        condition);

    private static Expression HasRoom() => GlossaryEntity.TermCount.IsBelow(Limits.TermsOfGlossary, "most");

    private IEnumerable<TransactWriteItem> Puts(IEnumerable<Item> items) => items.Select(item => writes.Put(item));

    private IEnumerable<TransactWriteItem> Deletes(IEnumerable<Item> keys) => keys.Select(key => writes.Delete(key));
}
