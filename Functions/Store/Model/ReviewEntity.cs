using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>What one reader's reviews of a term have come to.</summary>
internal static class ReviewEntity
{
    public static readonly Field<Review, string> Reader = new("reader", Codecs.Text(Limits.Subject), review => review.Reader);

    public static readonly Field<Review, Ulid> GlossaryId = new("glossaryId", StoredValues.Id, review => review.GlossaryId);

    public static readonly Field<Review, Ulid> TermId = new("termId", StoredValues.Id, review => review.TermId);

    public static readonly Field<Review, long> Quality =
        new("quality", Codecs.Number(Limits.WorstQuality, Limits.BestQuality), review => review.Quality);

    public static readonly Field<Review, long> Repetitions =
        new("repetitions", Codecs.Number(0, int.MaxValue), review => review.Schedule.Repetitions);

    public static readonly Field<Review, long> Easiness =
        new("easiness", Codecs.Number(Schedule.LeastEasiness, int.MaxValue), review => review.Schedule.Easiness);

    public static readonly Field<Review, long> IntervalDays =
        new("intervalDays", Codecs.Number(1, Limits.IntervalDays), review => review.Schedule.IntervalDays);

    public static readonly Field<Review, long> Version = new("version", Codecs.Number(1), review => review.Version);

    public static readonly Field<Review, DateTimeOffset> ReviewedAt = new("reviewedAt", Codecs.Time, review => review.ReviewedAt);

    public static readonly Field<Review, DateTimeOffset> DueAt = new("dueAt", Codecs.Time, review => review.DueAt);

    public static Entity<Review> Entity { get; } = new()
    {
        Name = "review",
        Purpose = "what one reader's reviews of a term have come to",
        Keys =
        [
            new(null, "STUDY#<reader>", "REVIEW#<glossaryId>#<termId>"),
            new(TableSchema.ReviewsByDue.Name, "STUDY#<reader>", "<glossaryId>#<dueAt>#<termId>"),
        ],
        KeyOf = review => Keys.Review(review.Reader, review.GlossaryId, review.TermId).With(Keys.ByDue(review)),
        Fields = [Reader, GlossaryId, TermId, Quality, Repetitions, Easiness, IntervalDays, Version, ReviewedAt, DueAt],
        Version = Version,
        Make = item => new()
        {
            Reader = Reader.Read(item),
            GlossaryId = GlossaryId.Read(item),
            TermId = TermId.Read(item),
            Quality = (int)Quality.Read(item),
            Schedule = new((int)Repetitions.Read(item), (int)Easiness.Read(item), (int)IntervalDays.Read(item)),
            Version = Version.Read(item),
            ReviewedAt = ReviewedAt.Read(item),
            DueAt = DueAt.Read(item),
        },
    };
}
