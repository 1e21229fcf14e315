using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A report in the list of those that nobody has decided.</summary>
internal static class OpenReportEntity
{
    public static Entity<Report> Entity { get; } = new()
    {
        Name = "open report",
        Purpose = "a report in the list of those that nobody has decided",
        Keys = [new(null, "REPORTS", "REPORT#<reportId>")],
        KeyOf = report => Keys.OpenReport(report.Id),
        Fields =
        [
            ReportEntity.Id, ReportEntity.RequestId, ReportEntity.GlossaryId, ReportEntity.TermId, ReportEntity.Reason,
            ReportEntity.Remark, ReportEntity.ReportedAt,
        ],
        Make = ReportEntity.Make,
    };
}
