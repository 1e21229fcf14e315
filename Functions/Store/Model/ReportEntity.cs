using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store.Model;

/// <summary>A report, filed and perhaps decided.</summary>
internal static class ReportEntity
{
    public static readonly Field<Report, Ulid> Id = new("id", Codecs.Id, report => report.Id);

    public static readonly Field<Report, string> RequestId = new("requestId", Codecs.Text(Limits.Subject), report => report.RequestId);

    public static readonly Field<Report, Ulid> GlossaryId = new("glossaryId", Codecs.Id, report => report.GlossaryId);

    public static readonly Field<Report, Ulid> TermId = new("termId", Codecs.Id, report => report.TermId);

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

    public static readonly Field<Report, string> DecidedAt = new(
        "decidedAt",
        Codecs.Text(Codecs.TimeFormat.Length),
        report => report.Decision is { } decision ? Codecs.Time.Write(decision.DecidedAt).S : null) { IsRequired = false };

    public static readonly Field<Report, long?> ExpiresAt = new(
        TableSchema.TimeToLive, Codecs.Optional(Codecs.Number(0)), report => report.ExpiresAt?.ToUnixTimeSeconds()) { IsRequired = false };

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
        Remark = Remark.TryRead(item, out var remark) ? remark : null,
        ReportedAt = ReportedAt.Read(item),
        Decision = Decision.TryRead(item, out var word) ? MakeDecision(word, item) : null,
        ExpiresAt = ExpiresAt.TryRead(item, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetValueOrDefault()) : null,
    };

    private static Decision MakeDecision(string word, Item item) =>
        Codecs.Time.TryRead(new() { S = DecidedAt.Read(item) }, out var decidedAt)
            ? new(new(word, DecisionReason.Read(item)), Moderator.Read(item), decidedAt)
            : throw new CorruptItemException($"A stored item's {DecidedAt.Name} is no time.");
}
