using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A report in the list of those by which a term is hidden.</summary>
internal static class HidingReportEntity
{
    public static Entity<Report> Entity { get; } = new()
    {
        Name = "hiding report",
        Purpose = "a report in the list of those by which a term is hidden",
        Keys = [new(null, "HIDING", "REPORT#<reportId>")],
        KeyOf = report => Keys.HidingReport(report.Id),
        Fields =
        [
            ReportEntity.Id, ReportEntity.RequestId, ReportEntity.GlossaryId, ReportEntity.TermId, ReportEntity.Reason,
            ReportEntity.Remark, ReportEntity.ReportedAt, ReportEntity.Decision, ReportEntity.DecisionReason, ReportEntity.Moderator,
            ReportEntity.DecidedAt,
        ],
        Make = ReportEntity.Make,
    };
}
