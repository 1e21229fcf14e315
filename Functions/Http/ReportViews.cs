using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>Reports as the API shows them to moderators.</summary>
internal static class ReportViews
{
    public static ReportPage Of(Page<ReportedTerm> page, Paging paging) => new([.. page.Items.Select(Of)], paging.NextCursor(page));

    public static ReportResponse Of(ReportedTerm reported) => new()
    {
        Id = reported.Report.Id.ToString(),
        RequestId = reported.Report.RequestId,
        GlossaryId = reported.Report.GlossaryId.ToString(),
        TermId = reported.Report.TermId.ToString(),
        Reason = reported.Report.Reason,
        Remark = reported.Report.Remark,
        ReportedAt = reported.Report.ReportedAt.UtcDateTime,
        Term = reported.Term is { } term ? Views.Of(term) : null,
        Decision = reported.Report.Decision is { } decision
            ? new DecisionResponse(decision.Draft.Word, decision.Draft.Reason, decision.Moderator, decision.DecidedAt.UtcDateTime)
            : null,
    };
}
