using Amazon.Lambda.APIGatewayEvents;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>
/// A request as the handlers read it: every part is a result, so that what is wrong with it ends the query. See
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html for the event.
/// </summary>
internal sealed class Request(Route route, APIGatewayProxyRequest source)
{
    /// <summary>API Gateway's id of the request.</summary>
    public string? Id => source.RequestContext?.RequestId;

    /// <summary>
    /// The signed-in reader: the subject of the token that the API's authorizer verified. The API lets nobody else through; that
    /// is checked here once more.
    /// </summary>
    public Result<string> Reader =>
        source.RequestContext?.Authorizer?.Claims is { } claims
        && claims.GetValueOrDefault("sub") is { Length: > 0 and <= Limits.Subject } subject
        && PlainText.IsLine(subject)
            ? subject
            : new Failure(FailureKind.Unauthenticated, "Sign in first.");

    /// <summary>
    /// The moderator whose signature the API verified: the identity of the identity pool, or who signed without one. IAM lets nobody else
    /// through; that somebody signed is checked here once more.
    /// </summary>
    public Result<string> Moderator =>
        (source.RequestContext?.Identity?.CognitoIdentityId ?? source.RequestContext?.Identity?.UserArn)
            is { Length: > 0 and <= Limits.Moderator } identity
            ? identity
            : new Failure(FailureKind.Unauthenticated, "Sign in as a moderator first.");

    /// <summary>The origin of the page that asks; null where none does, or its browser does not say.</summary>
    public string? Origin => Header("Origin");

    public Result<Ulid> GlossaryId => IdIn("glossaryId", Failure.GlossaryNotFound);

    public Result<Ulid> TermId => IdIn("termId", Failure.TermNotFound);

    public Result<Ulid> ReportId => IdIn("reportId", Failure.ReportNotFound);

    /// <summary>The glossary whose due terms are asked for; null for all.</summary>
    public Result<Ulid?> GlossaryToStudy =>
        from text in Query("glossaryId")
        from id in text.Value is null ? default(Result<Ulid?>)
            : Ulid.TryParse(text.Value, out var id) ? (Result<Ulid?>)id
            : Failure.GlossaryNotFound
        select id;

    /// <summary>Whether the reports are asked for that hide a term, not those that nobody has decided.</summary>
    public Result<bool> ThatHide =>
        from text in Query("decision")
        from hiding in text.Value switch
        {
            null => (Result<bool>)false,
            DecisionDraft.Hide => true,
            _ => new Failure(FailureKind.InvalidParameter, $"decision must be {DecisionDraft.Hide}, or absent."),
        }
        select hiding;

    public Result<int> Limit =>
        from limit in Query("limit")
        from size in Paging.ReadLimit(limit.Value)
        select size;

    public Result<Body> Body => Http.Body.Read(source.Body, source.IsBase64Encoded, Header("Content-Type"));

    public Result<VersionMatch> IfMatch => EntityTags.ReadIfMatch(Header("If-Match"));

    public VersionMatch? IfNoneMatch => EntityTags.Parse(Header("If-None-Match"));

    public Result<TermFilter> TermFilter =>
        from prefix in Query("prefix")
        from tag in Query("tag")
        from filter in Domain.TermFilter.From(prefix.Value, tag.Value)
        select filter;

    /// <summary>The page that is asked for, of the list that <paramref name="scope"/> tells from all others.</summary>
    public Result<Paging> Page(params IEnumerable<string> scope)
    {
        var cursors = new Cursors([route.Operation, .. scope]);
        return
            from limit in Query("limit")
            from cursor in Query("cursor")
            from size in Paging.ReadLimit(limit.Value)
            from after in cursors.Read(cursor.Value)
            select new Paging(new(size, after.Value), cursors);
    }

    /// <summary>What <c>Idempotency-Key</c> asks for; null without one.</summary>
    public Result<Optional<IdempotentRequest>> Once(Body body) =>
        IdempotencyKeys.Read(Header("Idempotency-Key"), route.Operation, source.PathParameters, body);

    private Result<Ulid> IdIn(string name, Failure notFound) =>
        Ulid.TryParse(source.PathParameters?.TryGetValue(name, out var text) is true ? text : null, out var id) ? id : notFound;

    private Result<Optional<string>> Query(string name)
    {
        var values = source.MultiValueQueryStringParameters?.TryGetValue(name, out var all) is true ? all : null;
        if (values is { Count: > 1 })
        {
            return new Failure(FailureKind.InvalidParameter, $"{name} must be given once.");
        }

        var single = source.QueryStringParameters?.TryGetValue(name, out var one) is true ? one : null;
        return new Optional<string>(values is [var value] ? value : single);
    }

    /// <summary>A header, whatever the case of its name; several of them are one list (RFC 9110, 5.3).</summary>
    private string? Header(string name)
    {
        var several = source.MultiValueHeaders?.FirstOrDefault(header => IsNamed(header.Key, name)).Value;
        return several is { Count: > 0 }
            ? string.Join(", ", several)
            : source.Headers?.FirstOrDefault(header => IsNamed(header.Key, name)).Value;
    }

    private static bool IsNamed(string key, string name) => string.Equals(key, name, StringComparison.OrdinalIgnoreCase);
}
