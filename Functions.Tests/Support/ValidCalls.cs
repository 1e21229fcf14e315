namespace Lexicon.Functions.Tests.Support;

/// <summary>Calls of any operation, made from its row, so that tests of all operations know a new one, too.</summary>
internal static class ValidCalls
{
    private const string Nowhere = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    /// <summary>A call that succeeds, on a glossary and a term of its own.</summary>
    public static async Task<Call> NewAsync(Api api, Route route)
    {
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        var term = await api.CreateTermAsync(glossary.Id, "Lambda", ["Compute"]);
        var call = On(route, api.Reader, glossary.Id, term.Id);
        return route.Access is Audience.Moderator
            ? call with { Path = Api.Report(await api.FileReportAsync(glossary.Id, term.Id)) }
            : call;
    }

    /// <summary>A call that succeeds on what is there in its first version.</summary>
    public static Call On(Route route, string reader, string glossaryId, string termId) => new()
    {
        Reader = route.Access is Audience.SignedIn ? reader : null,
        Moderator = route.Access is Audience.Moderator ? reader : null,

        // No report has the id of a term: what comes before one is looked for is tried with it.
        Path = route.Access is Audience.Moderator ? Api.Report(termId) : Api.Paths(glossaryId, termId),
        Headers = Api.Headers("If-Match", route.Headers.Contains("If-Match") ? "\"1\"" : null),
        Body = route.Request is { } record ? RequestBodies.Valid(record, glossaryId, termId).ToJsonString() : null,
    };

    /// <summary>The same call so that it is refused; null where there is no wrong request.</summary>
    public static Call? Refused(Route route, Call call) => route switch
    {
        { Request: not null } => call with { Body = "{" },
        _ when route.Headers.Contains("If-Match") => call with { Headers = Api.Headers("If-Match", "\"99\"") },
        _ when route.Path.Contains('{', StringComparison.Ordinal) => call with { Path = Api.Paths(Nowhere, Nowhere) },
        _ when route.Query.Contains("limit") => call with { Query = new() { ["limit"] = "0" } },
        _ => null,
    };
}
