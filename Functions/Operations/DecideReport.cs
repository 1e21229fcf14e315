using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Decides a report, once: hides the term from everybody but its owner, or dismisses the report.</summary>
internal sealed class DecideReport(ReportStore reports) : IOperation<DecideReport>
{
    public static DecideReport Create(Stores stores) => new(stores.Reports);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from moderator in request.Moderator
        from id in request.ReportId
        from body in request.Body
        from content in body.As(ContractJson.Default.DecisionRequest)
        from draft in DecisionDraft.From(content)
        from decided in reports.DecideAsync(moderator, id, draft, deadline)
        select Answer.Of(ReportViews.Of(decided), ContractJson.Default.ReportResponse);
}
