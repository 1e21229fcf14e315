using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>
/// The reports that no moderator has decided, the oldest first, or those by which a term is hidden, the newest first; each with the term as
/// it is now.
/// </summary>
internal sealed class ListReports(ReportStore reports) : IOperation<ListReports>
{
    public static ListReports Create(Stores stores) => new(stores.Reports);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from moderator in request.Moderator
        from hiding in request.ThatHide
        from paging in request.Page(hiding ? [DecisionDraft.Hide] : [])
        from page in hiding ? reports.ListHidingAsync(paging.Request, deadline) : reports.ListOpenAsync(paging.Request, deadline)
        select Answer.Of(ReportViews.Of(page, paging), ContractJson.Default.ReportPage);
}
