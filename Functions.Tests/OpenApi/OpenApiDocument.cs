using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>The route tables as an OpenAPI document (https://spec.openapis.org/oas/v3.1.0).</summary>
internal static class OpenApiDocument
{
    private const string Reader = "reader";
    private const string Moderator = "moderator";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Generate()
    {
        var schemas = new Schemas();
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Lexicon",
                ["version"] = "1.0.0",
                ["description"] = "Glossaries that people write, share and study. Problems are RFC 9457 documents, ETags the "
                    + "versions of items, ids ULIDs, times RFC 3339 in UTC.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = Paths(schemas),
            ["x-live"] = LiveMessages.Describe(schemas),
        };
        var problems = Problems(schemas);
        document["components"] = new JsonObject
        {
            ["schemas"] = schemas.Components,
            ["responses"] = problems,
            ["securitySchemes"] = new JsonObject
            {
                [Reader] = new JsonObject
                {
                    ["type"] = "http",
                    ["scheme"] = "bearer",
                    ["bearerFormat"] = "JWT",
                    ["description"] = "An ID token by OpenID Connect, authorization code with PKCE. The issuer and the client id "
                        + "are in /config.json of the site.",
                },
                [Moderator] = new JsonObject
                {
                    ["type"] = "apiKey",
                    ["name"] = "Authorization",
                    ["in"] = "header",
                    ["description"] = "AWS Signature Version 4, for the host and stage in /config.json of the site, with credentials that "
                        + "its identity pool gives for the token of a moderator.",
                },
            },
        };
        return document.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Paths(Schemas schemas)
    {
        var paths = new JsonObject();
        foreach (var route in Routes.All)
        {
            paths.TryAdd(route.Path, new JsonObject());
            paths[route.Path]![route.Method.ToLowerInvariant()] = Describe(route, schemas);
        }

        return paths;
    }

    private static JsonObject Describe(Route route, Schemas schemas)
    {
        var operation = new JsonObject
        {
            ["operationId"] = route.Operation,
            ["tags"] = new JsonArray(TagOf(route)),
            ["summary"] = Descriptions.OfType(typeof(IOperation).Assembly.GetType($"Lexicon.Functions.Operations.{route.Operation}")!),
        };
        if (Parameters.Of(route) is { Count: > 0 } parameters)
        {
            operation["parameters"] = parameters;
        }

        if (route.Request is { } request)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Json(schemas.Of(request)) };
        }

        operation["responses"] = Responses(route, schemas);
        operation["security"] = route.Access switch
        {
            Audience.SignedIn => new JsonArray(new JsonObject { [Reader] = new JsonArray() }),
            Audience.Moderator => new JsonArray(new JsonObject { [Moderator] = new JsonArray() }),
            _ => [],
        };
        return operation;
    }

    private static JsonObject Responses(Route route, Schemas schemas)
    {
        var success = new JsonObject { ["description"] = SuccessOf(route) };
        if (Headers(route) is { Count: > 0 } headers)
        {
            success["headers"] = headers;
        }

        if (route.Response is { } response)
        {
            success["content"] = Json(response == typeof(JsonElement) ? new() { ["type"] = "object" } : schemas.Of(response));
        }

        var responses = new JsonObject { [Text(route.Status)] = success };
        if (route.Headers.Contains("If-None-Match"))
        {
            responses["304"] = new JsonObject { ["description"] = "The reader's copy is still good." };
        }

        foreach (var status in Refusals.Of(route))
        {
            responses[Text(status)] = new JsonObject { ["$ref"] = $"#/components/responses/{NameOf(status)}" };
        }

        return responses;
    }

    private static JsonObject Headers(Route route)
    {
        var headers = new JsonObject();
        if (route.Response == typeof(GlossaryResponse) || route.Response == typeof(TermResponse))
        {
            headers["ETag"] = Header("The version of the item, in quotes.");
        }

        if (route is { Status: 201, Response: var response } && response != typeof(ReviewResponse))
        {
            headers["Location"] = Header("The path of what was created.");
        }

        return headers;
    }

    private static JsonObject Header(string description) =>
        new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" } };

    /// <summary>For each status the kinds of problems that it tells.</summary>
    private static JsonObject Problems(Schemas schemas)
    {
        var problem = schemas.Of(typeof(ProblemResponse));
        var byStatus = Enum.GetValues<FailureKind>().Select(ProblemType.Of).ToLookup(type => type.Status);
        return new(Routes.All.SelectMany(Refusals.Of).Distinct().Order().Select(status => KeyValuePair.Create<string, JsonNode?>(
            NameOf(status),
            new JsonObject
            {
                ["description"] = byStatus.Contains(status)
                    ? string.Join("; ", byStatus[status].Select(type => $"{type.Title} (`{type.Uri}`)"))
                    : status is 403 ? "Forbidden" : "Too many requests",
                ["content"] = new JsonObject
                {
                    ["application/problem+json"] = new JsonObject { ["schema"] = problem.DeepClone() },
                },
            })));
    }

    private static string SuccessOf(Route route) => (route.Status, route.Response) switch
    {
        (204, _) => "Done.",
        (201, var created) when created == typeof(ReviewResponse) => "Recorded: when the term is due again.",
        (201, _) => "Created.",
        (202, _) => "Taken: it is filed within moments.",
        (_, var decided) when decided == typeof(ReportResponse) => "Decided.",
        _ => "Found.",
    };

    private static string TagOf(Route route) =>
        route.Path.Contains("/moderation", StringComparison.Ordinal) ? "Moderation"
        : route.Path.Contains("/study", StringComparison.Ordinal) ? "Study"
        : route.Path.Contains("/terms", StringComparison.Ordinal) ? "Terms"
        : route.Path.Contains("/glossaries", StringComparison.Ordinal) ? "Glossaries"
        : "API";

    private static JsonObject Json(JsonObject schema) =>
        new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static string NameOf(int status) => $"Problem{Text(status)}";

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
