using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Files, lists and decides reports. A report is an item of its own, by which it is known again however often it is delivered, and an
/// entry in a list: of open ones until somebody decides it, of those that hide a term until it is shown again.
/// </summary>
internal sealed class ReportStore(TableReader reads, TableWriter writes, Moments moments, TermStore termStore)
{
    private static readonly Expression IsOpen = TableSchema.Key.Exists.And(ReportEntity.Decision.IsAbsent());

    private static readonly Expression Hides = ReportEntity.Decision.Is(DecisionDraft.Hide);

    /// <summary>Files a report of a term that everybody sees, once.</summary>
    public async Task FileAsync(Report report, Deadline deadline)
    {
        var found = await termStore.GetAsync(Viewer.Anyone, report.GlossaryId, report.TermId, deadline);
        if (found.Succeeded(out _, out _))
        {
            // Refused where it is filed already, perhaps decided: nothing more is to be done.
            await writes.TransactAsync(
                [
                    writes.Put(ReportEntity.Entity.Write(report), TableSchema.Key.IsAbsent),
                    writes.Put(OpenReportEntity.Entity.Write(report)),
                ],
                moments.NewToken(moments.Now),
                deadline);
        }
    }

    /// <summary>The reports that nobody has decided, the oldest first.</summary>
    public Task<Result<Page<ReportedTerm>>> ListOpenAsync(PageRequest page, Deadline deadline) =>
        ListAsync(OpenReportEntity.Entity, Keys.OpenReports, isBackward: false, page, deadline);

    /// <summary>The reports by which a term is hidden, the newest first.</summary>
    public Task<Result<Page<ReportedTerm>>> ListHidingAsync(PageRequest page, Deadline deadline) =>
        ListAsync(HidingReportEntity.Entity, Keys.HidingReports, isBackward: true, page, deadline);

    /// <summary>
    /// Decides a report that nobody has decided, or gives back what one hides. The same decision of the same moderator is answered as the
    /// first was, since an answer can get lost.
    /// </summary>
    public async Task<Result<ReportedTerm>> DecideAsync(string moderator, Ulid id, DecisionDraft draft, Deadline deadline)
    {
        while (true)
        {
            if (await reads.GetAsync(Keys.Report(id), consistent: true, deadline) is not { } item)
            {
                return Failure.ReportNotFound;
            }

            var report = ReportEntity.Entity.Read(item);
            var term = Find(await TermsAsync([report], deadline), report);
            if (report.Decision is { } earlier && !(earlier.Draft.Hides && draft.Shows))
            {
                return earlier.Moderator == moderator && earlier.Draft == draft
                    ? new ReportedTerm(report, term)
                    : Failure.AlreadyDecided;
            }

            var changed = term is null ? null : Apply(draft, term);
            var decided = report.Decided(new(draft, moderator, moments.Now), hidesTerm: draft.Hides && term is not null);
            var outcome = await writes.TransactAsync(
                [.. Writes(report, decided), .. changed is null ? [] : (TransactWriteItem[])[Replace(term!, changed)]],
                moments.NewToken(moments.Now),
                deadline);
            if (outcome.IsDone)
            {
                return new ReportedTerm(decided, changed ?? term);
            }

            // Another moderator was quicker, or the owner changed the term: both are looked at again.
        }
    }

    /// <summary>The report in its place, and in the list where it belongs now.</summary>
    private IEnumerable<TransactWriteItem> Writes(Report before, Report decided)
    {
        yield return writes.Put(ReportEntity.Entity.Write(decided), before.Decision is null ? IsOpen : Hides);
        yield return writes.Delete(before.Decision is null ? Keys.OpenReport(before.Id) : Keys.HidingReport(before.Id));
        if (decided.ExpiresAt is null)
        {
            yield return writes.Put(HidingReportEntity.Entity.Write(decided));
        }
    }

    private TransactWriteItem Replace(Term before, Term after) =>
        writes.Put(TermEntity.Entity.Write(after), TermEntity.Entity.IsUnchanged(before));

    /// <summary>What a decision makes of a term; null where it stays as it is.</summary>
    private Term? Apply(DecisionDraft draft, Term term) => draft switch
    {
        { Hides: true } => term.WithHidden(draft.Reason, moments.Now),
        { Shows: true } when term.Hidden is not null => term.WithShown(moments.Now),
        _ => null,
    };

    private async Task<Result<Page<ReportedTerm>>> ListAsync(
        Entity<Report> entity, string partition, bool isBackward, PageRequest page, Deadline deadline)
    {
        if (!page.TryReadId(out var after))
        {
            return Failure.InvalidCursor;
        }

        var slice = await reads.QueryAsync(
            new()
            {
                Partition = partition,
                Prefix = Keys.ReportPrefix,
                Backward = isBackward,
                Consistent = true,
                After = after is { } last ? Keys.ReportIn(partition, last) : null,
                Limit = page.Limit,
            },
            deadline);
        List<Report> reports = [.. slice.Items.Select(entity.Read)];
        var terms = await TermsAsync(reports, deadline);
        return new Page<ReportedTerm>(
            [.. reports.Select(report => new ReportedTerm(report, Find(terms, report)))],
            slice.HasMore ? reports[^1].Id.ToString() : null);
    }

    private async Task<Dictionary<string, Item>> TermsAsync(IEnumerable<Report> reports, Deadline deadline)
    {
        List<Item> keys = [.. reports.Select(TermKey).DistinctBy(Keys.Identify)];
        return keys is [] ? [] : await reads.GetManyAsync(keys, consistent: true, deadline);
    }

    private static Term? Find(Dictionary<string, Item> terms, Report report) =>
        terms.TryGetValue(Keys.Identify(TermKey(report)), out var item) ? TermEntity.Entity.Read(item) : null;

    private static Item TermKey(Report report) => Keys.Term(report.GlossaryId, report.TermId);
}
