using System.Text.Json.Nodes;
using Lexicon.Local.WebConsole.Views;

namespace Lexicon.Local.WebConsole.Api;

/// <summary>The console's API as an OpenAPI document (https://spec.openapis.org/oas/v3.1.0).</summary>
internal static class OpenApiDocument
{
    /// <summary>Writes it.</summary>
    public static JsonObject Write(IReadOnlyList<IView> views, IReadOnlyList<ConsoleRoute> routes)
    {
        JsonObject paths = [];
        foreach (var route in routes)
        {
            var path = ConsoleApi.Prefix + route.Path;
            paths[path] ??= new JsonObject();
            paths[path]![route.Method.ToLowerInvariant()] = Operation(route, views.FirstOrDefault(view => view.Routes.Contains(route)));
        }

        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "The console of the local cloud",
                ["version"] = "1",
                ["description"] = "What the console shows, for programs of this machine. GET changes nothing; POST needs "
                    + "content type application/json.",
            },
            ["paths"] = paths,
        };
    }

    private static JsonObject Operation(ConsoleRoute route, IView? view)
    {
        JsonObject operation = new()
        {
            ["summary"] = route.Summary,
            ["tags"] = new JsonArray(view?.Name ?? "API"),
            ["parameters"] = new JsonArray(
            [
                .. route.PathParameters.Select(name => Parameter(name, "path", null)),
                .. route.Query.Select(one => Parameter(one.Key, "query", one.Value)),
            ]),
            ["responses"] = new JsonObject
            {
                ["200"] = Json("What the summary says."),
                ["4XX"] = Json("Why it is refused, in the member message."),
            },
        };
        if (route.Body.Count > 0)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject
                {
                    ["application/json"] = new JsonObject
                    {
                        ["schema"] = new JsonObject
                        {
                            ["type"] = "object",
                            ["properties"] = new JsonObject(route.Body.Select(one => KeyValuePair.Create(
                                one.Key, (JsonNode?)new JsonObject { ["description"] = one.Value }))),
                        },
                    },
                },
            };
        }

        return operation;
    }

    private static JsonObject Json(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { ["application/json"] = new JsonObject() },
    };

    private static JsonObject Parameter(string name, string place, string? description)
    {
        JsonObject parameter = new()
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = place == "path",
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
        if (description is not null)
        {
            parameter["description"] = description;
        }

        return parameter;
    }
}
