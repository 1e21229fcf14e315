using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>The parameters of a route: those in its path, its query and its headers, with the limits that the handlers check.</summary>
internal static partial class Parameters
{
    public static JsonArray Of(Route route) => new(
    [
        .. PathParameter().Matches(route.Path).Select(match => Describe("path", match.Groups[1].Value, true)),
        .. route.Query.Select(name => Describe("query", name, false)),
        .. route.Headers.Select(name => Describe("header", name, name is "If-Match")),
    ]);

    private static JsonObject Describe(string place, string name, bool isRequired)
    {
        var (schema, description) = name switch
        {
            "glossaryId" when place is "query" => (Id(), "The glossary to study; all that the reader has begun to study when absent."),
            "glossaryId" => (Id(), "The glossary."),
            "reportId" => (Id(), "The report."),
            "termId" => (Id(), "The term."),
            "decision" => (
                new() { ["type"] = "string", ["enum"] = new JsonArray(DecisionDraft.Hide) },
                "`hide` for the reports by which a term is hidden; those that nobody has decided when absent."),
            "limit" => (Whole(1, Limits.Page, Limits.PageByDefault), "How many items at most."),
            "cursor" => (Text(Limits.Cursor), "`nextCursor` of the page before."),
            "prefix" => (Text(Limits.TermName), "What the names begin with, whatever their case."),
            "tag" => (Text(Limits.Tag), "A tag that the terms have, whatever its case."),
            "If-Match" => (Text(Limits.EntityTags), "The ETag of the version that the request replaces, or `*`."),
            "If-None-Match" => (Text(Limits.EntityTags), "The ETag of the version that the reader has."),
            "Idempotency-Key" => (
                Text(Limits.IdempotencyKey),
                "Names the request: repeated within 24 hours, it is done once and answered alike."),
            _ => throw new NotSupportedException($"The parameter {name} is not described."),
        };
        return new()
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = isRequired,
            ["description"] = description,
            ["schema"] = schema,
        };
    }

    private static JsonObject Id() => new() { ["type"] = "string", ["pattern"] = Ulid.Pattern };

    private static JsonObject Text(int maximum) => new() { ["type"] = "string", ["maxLength"] = maximum };

    private static JsonObject Whole(int minimum, int maximum, int byDefault) =>
        new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum, ["default"] = byDefault };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter();
}
