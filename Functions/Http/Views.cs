using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>The domain as the API shows it.</summary>
internal static class Views
{
    public static GlossaryResponse Of(Glossary glossary, Viewer viewer) => new()
    {
        Id = glossary.Id.ToString(),
        Title = glossary.Draft.Title,
        Description = glossary.Draft.Description,
        Visibility = glossary.Visibility.ToWord(),
        Owner = viewer.Reader == glossary.Owner ? glossary.Owner : null,
        TermCount = glossary.TermCount,
        Version = glossary.Version,
        CreatedAt = glossary.CreatedAt.UtcDateTime,
        UpdatedAt = glossary.UpdatedAt.UtcDateTime,
    };

    public static LiveTicketResponse Of(LiveTicket ticket) => new(ticket.Id.ToString(), ticket.ExpiresAt.UtcDateTime);

    public static GlossaryPage Of(Page<Glossary> page, Viewer viewer, Paging paging) =>
        new([.. page.Items.Select(glossary => Of(glossary, viewer))], paging.NextCursor(page));

    public static TermResponse Of(Term term) => new()
    {
        Id = term.Id.ToString(),
        GlossaryId = term.GlossaryId.ToString(),
        Term = term.Draft.Name,
        Definition = term.Draft.Definition,
        References = [.. term.Draft.References.Select(reference => new ReferenceBody(reference.Title, reference.Url))],
        Tags = term.Draft.Tags,
        Pronunciation = term.Draft.Pronunciation,
        Image = term.Image is { } image ? new ImageResponse(image.Path, image.Width, image.Height) : null,
        ImageRefused = term.IsImageRefused ? true : null,
        Hidden = term.Hidden,
        Version = term.Version,
        CreatedAt = term.CreatedAt.UtcDateTime,
        UpdatedAt = term.UpdatedAt.UtcDateTime,
    };

    public static TermPage Of(Page<Term> page, Paging paging) => new([.. page.Items.Select(Of)], paging.NextCursor(page));

    public static ReviewResponse Of(Review review) => new()
    {
        GlossaryId = review.GlossaryId.ToString(),
        TermId = review.TermId.ToString(),
        Quality = review.Quality,
        Repetitions = review.Schedule.Repetitions,
        Easiness = review.Schedule.Easiness / 100m,
        IntervalDays = review.Schedule.IntervalDays,
        DueAt = review.DueAt.UtcDateTime,
        ReviewedAt = review.ReviewedAt.UtcDateTime,
        Version = review.Version,
    };

    public static DueTerms Of(IReadOnlyList<StudiedTerm> terms) =>
        new([.. terms.Select(studied => new DueTerm(Of(studied.Term), studied.Review is { } review ? Of(review) : null))]);
}
