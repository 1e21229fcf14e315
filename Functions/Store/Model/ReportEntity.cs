using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A report, filed and perhaps decided.</summary>
internal static class ReportEntity
{
    public static readonly Field<Report, Ulid> Id = new("id", StoredValues.Id, report => report.Id);

    public static readonly Field<Report, string> RequestId = new("requestId", Codecs.Text(Limits.Subject), report => report.RequestId);

    public static readonly Field<Report, Ulid> GlossaryId = new("glossaryId", StoredValues.Id, report => report.GlossaryId);

    public static readonly Field<Report, Ulid> TermId = new("termId", StoredValues.Id, report => report.TermId);

    public static readonly Field<Report, string> Reason = new("reason", Codecs.Text(Limits.Subject), report => report.Reason);

    public static readonly Field<Report, string> Remark =
        new("remark", Codecs.Text(Limits.Remark), report => report.Remark) { IsRequired = false };

    public static readonly Field<Report, DateTimeOffset> ReportedAt = new("reportedAt", Codecs.Time, report => report.ReportedAt);

    public static readonly Field<Report, string> Decision =
        new("decision", Codecs.Text(Limits.Subject), report => report.Decision?.Draft.Word) { IsRequired = false };

    public static readonly Field<Report, string> DecisionReason =
        new("decisionReason", Codecs.Text(Limits.DecisionReason), report => report.Decision?.Draft.Reason) { IsRequired = false };

    public static readonly Field<Report, string> Moderator =
        new("moderator", Codecs.Text(Limits.Moderator), report => report.Decision?.Moderator) { IsRequired = false };

    public static readonly Field<Report, DateTimeOffset?> DecidedAt =
        new("decidedAt", Codecs.Time.Optional(), report => report.Decision?.DecidedAt) { IsRequired = false };

    public static readonly Field<Report, DateTimeOffset?> ExpiresAt =
        new(TableSchema.TimeToLive, Codecs.Seconds.Optional(), report => report.ExpiresAt) { IsRequired = false };

    public static Entity<Report> Entity { get; } = new()
    {
        Name = "report",
        Purpose = "a reader's report of a term, and what was decided of it",
        Keys = [new(null, "REPORT#<reportId>", "REPORT")],
        KeyOf = report => Keys.Report(report.Id),
        Fields =
        [
            Id, RequestId, GlossaryId, TermId, Reason, Remark, ReportedAt, Decision, DecisionReason, Moderator, DecidedAt, ExpiresAt,
        ],
        Make = Make,
    };

    public static Report Make(Item item) => new()
    {
        Id = Id.Read(item),
        RequestId = RequestId.Read(item),
        GlossaryId = GlossaryId.Read(item),
        TermId = TermId.Read(item),
        Reason = Reason.Read(item),
        Remark = Remark.ReadOrDefault(item),
        ReportedAt = ReportedAt.Read(item),
        Decision = Decision.TryRead(item, out var word) ? MakeDecision(word, item) : null,
        ExpiresAt = ExpiresAt.ReadOrDefault(item),
    };

    private static Decision MakeDecision(string word, Item item) =>
        new(new(word, DecisionReason.Read(item)), Moderator.Read(item), DecidedAt.Read(item).GetValueOrDefault());
}
