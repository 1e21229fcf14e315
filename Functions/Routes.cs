using System.Text.Json;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Operations;

namespace Lexicon.Functions;

/// <summary>
/// The one route table: every operation of the HTTP API, each row with its handler. The functions, their roles and the API's methods
/// are made from it, and a test holds what the handlers read and return against it.
/// </summary>
public static class Routes
{
    private const string Glossaries = "/api/glossaries";
    private const string Glossary = Glossaries + "/{glossaryId}";
    private const string MyGlossaries = "/api/me/glossaries";
    private const string MyGlossary = MyGlossaries + "/{glossaryId}";
    private const string Reports = "/api/moderation/reports";
    private const string Study = "/api/me/study";
    private const string Term = "/terms/{termId}";

    private static readonly string[] Paging = ["limit", "cursor"];
    private static readonly string[] TermQuery = ["prefix", "tag", .. Paging];

    /// <summary>All routes.</summary>
    public static IReadOnlyList<Route> All { get; } =
    [
        new Route<ListGlossaries>("GET", Glossaries, Audience.Anyone) { Query = Paging, Response = typeof(GlossaryPage) },
        new Route<GetGlossary>("GET", Glossary, Audience.Anyone) { Response = typeof(GlossaryResponse) },
        new Route<ListTerms>("GET", Glossary + "/terms", Audience.Anyone) { Query = TermQuery, Response = typeof(TermPage) },
        new Route<GetTerm>("GET", Glossary + Term, Audience.Anyone) { Headers = ["If-None-Match"], Response = typeof(TermResponse) },
        new Route<ListMyGlossaries>("GET", MyGlossaries, Audience.SignedIn) { Query = Paging, Response = typeof(GlossaryPage) },
        new Route<GetMyGlossary>("GET", MyGlossary, Audience.SignedIn) { Response = typeof(GlossaryResponse) },
        new Route<ListMyTerms>("GET", MyGlossary + "/terms", Audience.SignedIn) { Query = TermQuery, Response = typeof(TermPage) },
        new Route<GetMyTerm>("GET", MyGlossary + Term, Audience.SignedIn) { Headers = ["If-None-Match"], Response = typeof(TermResponse) },
        new Route<CreateGlossary>("POST", MyGlossaries, Audience.SignedIn)
        {
            Headers = ["Idempotency-Key"],
            Request = typeof(GlossaryRequest),
            Response = typeof(GlossaryResponse),
            Status = 201,
        },
        new Route<UpdateGlossary>("PUT", MyGlossary, Audience.SignedIn)
        {
            Headers = ["If-Match"],
            Request = typeof(GlossaryRequest),
            Response = typeof(GlossaryResponse),
        },
        new Route<DeleteGlossary>("DELETE", MyGlossary, Audience.SignedIn) { Headers = ["If-Match"], Status = 204 },
        new Route<CreateTerm>("POST", MyGlossary + "/terms", Audience.SignedIn)
        {
            Headers = ["Idempotency-Key"],
            Request = typeof(TermRequest),
            Response = typeof(TermResponse),
            Status = 201,
        },
        new Route<UpdateTerm>("PUT", MyGlossary + Term, Audience.SignedIn)
        {
            Headers = ["If-Match"],
            Request = typeof(TermRequest),
            Response = typeof(TermResponse),
        },
        new Route<DeleteTerm>("DELETE", MyGlossary + Term, Audience.SignedIn) { Headers = ["If-Match"], Status = 204 },
        new Route<RequestImageUpload>("POST", MyGlossary + Term + "/image-uploads", Audience.SignedIn)
        {
            Request = typeof(ImageUploadRequest),
            Response = typeof(ImageUploadResponse),
        },
        new Route<RemoveImage>("DELETE", MyGlossary + Term + "/image", Audience.SignedIn)
        {
            Headers = ["If-Match"],
            Response = typeof(TermResponse),
        },
        new Route<ListDueTerms>("GET", Study, Audience.SignedIn) { Query = ["glossaryId", "limit"], Response = typeof(DueTerms) },
        new Route<RecordReview>("POST", Study + "/reviews", Audience.SignedIn)
        {
            Headers = ["Idempotency-Key"],
            Request = typeof(ReviewRequest),
            Response = typeof(ReviewResponse),
            Status = 201,
        },
        new Route<CreateLiveTicket>("POST", "/api/live/tickets", Audience.Anyone) { Response = typeof(LiveTicketResponse), Status = 201 },
        new Route<CreateMyLiveTicket>("POST", "/api/me/live/tickets", Audience.SignedIn)
        {
            Response = typeof(LiveTicketResponse),
            Status = 201,
        },
        new ReportTerm(Glossary + Term + "/reports"),
        new Route<ListReports>("GET", Reports, Audience.Moderator)
        {
            Query = ["decision", .. Paging],
            Response = typeof(ReportPage),
        },
        new Route<DecideReport>("POST", Reports + "/{reportId}/decision", Audience.Moderator)
        {
            Request = typeof(DecisionRequest),
            Response = typeof(ReportResponse),
        },
        new Route<GetOpenApi>("GET", "/api/openapi.json", Audience.Anyone) { Response = typeof(JsonElement) },
    ];

    /// <summary>Those that a function handles.</summary>
    public static IReadOnlyList<Route> Handled { get; } = [.. All.Where(route => route.HasFunction)];

    /// <summary>The route of an operation.</summary>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public static Route Of(string operation) =>
        All.FirstOrDefault(route => route.Operation == operation)
        ?? throw new ArgumentException($"No operation is named '{operation}'.", nameof(operation));
}
