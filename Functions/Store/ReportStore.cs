using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>
/// Files, lists and decides reports. A report is an item of its own for good, by which it is known again however often it is delivered,
/// and an entry in the list of open ones until somebody decides it.
/// </summary>
internal sealed class ReportStore(TableReader reads, TableWriter writes, Moments moments, TermStore termStore)
{
    private static readonly Expression IsOpen = TableSchema.Key.Exists.And(ReportEntity.Decision.IsAbsent());

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
    public async Task<Result<Page<ReportedTerm>>> ListOpenAsync(PageRequest page, Deadline deadline)
    {
        if (!page.TryReadId(out var after))
        {
            return Failure.InvalidCursor;
        }

        var slice = await reads.QueryAsync(
            new()
            {
                Partition = Keys.OpenReports,
                Prefix = Keys.ReportPrefix,
                Consistent = true,
                After = after is { } last ? Keys.OpenReport(last) : null,
                Limit = page.Limit,
            },
            deadline);
        List<Report> reports = [.. slice.Items.Select(OpenReportEntity.Entity.Read)];
        var terms = await TermsAsync(reports, deadline);
        return new Page<ReportedTerm>(
            [.. reports.Select(report => new ReportedTerm(report, Find(terms, report)))],
            slice.HasMore ? reports[^1].Id.ToString() : null);
    }

    /// <summary>
    /// Decides a report that nobody has decided. The same decision of the same moderator is answered as the first was, since an answer
    /// can get lost.
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
            if (report.Decision is { } earlier)
            {
                return earlier.Moderator == moderator && earlier.Draft == draft
                    ? new ReportedTerm(report, term)
                    : Failure.AlreadyDecided;
            }

            var decided = report with { Decision = new(draft, moderator, moments.Now) };
            var hidden = draft.Hides ? term?.WithHidden(draft.Reason, moments.Now) : null;
            List<TransactWriteItem> all =
            [
                writes.Put(ReportEntity.Entity.Write(decided), IsOpen),
                writes.Delete(Keys.OpenReport(id)),
                .. hidden is null
                    ? []
                    : (TransactWriteItem[])[writes.Put(TermEntity.Entity.Write(hidden), TermEntity.Entity.IsUnchanged(term!))],
            ];
            var outcome = await writes.TransactAsync(all, moments.NewToken(moments.Now), deadline);
            if (outcome.IsDone)
            {
                return new ReportedTerm(decided, hidden ?? term);
            }

            // Another moderator was quicker, or the owner changed the term: both are looked at again.
        }
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
