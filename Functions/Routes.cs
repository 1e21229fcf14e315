namespace Lexicon.Functions;

/// <summary>
/// The one route table: every operation of the HTTP API. The handlers, the functions and roles, the API's methods, the
/// validators and models and the OpenAPI document are all made from it.
/// </summary>
public static class Routes
{
    private const string Glossaries = "/api/glossaries";
    private const string Glossary = Glossaries + "/{glossaryId}";
    private const string MyGlossaries = "/api/me/glossaries";
    private const string MyGlossary = MyGlossaries + "/{glossaryId}";

    /// <summary>All routes, public ones first.</summary>
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ListGlossaries", "GET", Glossaries, Access.Anyone) { Query = ["limit", "cursor"] },
        new("GetGlossary", "GET", Glossary, Access.Anyone),
        new("ListTerms", "GET", Glossary + "/terms", Access.Anyone) { Query = ["prefix", "tag", "limit", "cursor"] },
        new("GetTerm", "GET", Glossary + "/terms/{termId}", Access.Anyone),
        new("ListMyGlossaries", "GET", MyGlossaries, Access.SignedIn) { Query = ["limit", "cursor"] },
        new("GetMyGlossary", "GET", MyGlossary, Access.SignedIn),
        new("ListMyTerms", "GET", MyGlossary + "/terms", Access.SignedIn) { Query = ["prefix", "tag", "limit", "cursor"] },
        new("CreateGlossary", "POST", MyGlossaries, Access.SignedIn) { Headers = ["Idempotency-Key"], Status = 201 },
        new("UpdateGlossary", "PUT", MyGlossary, Access.SignedIn) { Headers = ["If-Match"] },
        new("DeleteGlossary", "DELETE", MyGlossary, Access.SignedIn) { Headers = ["If-Match"], Status = 204 },
        new("CreateTerm", "POST", MyGlossary + "/terms", Access.SignedIn) { Headers = ["Idempotency-Key"], Status = 201 },
        new("UpdateTerm", "PUT", MyGlossary + "/terms/{termId}", Access.SignedIn) { Headers = ["If-Match"] },
        new("DeleteTerm", "DELETE", MyGlossary + "/terms/{termId}", Access.SignedIn) { Headers = ["If-Match"], Status = 204 },
    ];
}
