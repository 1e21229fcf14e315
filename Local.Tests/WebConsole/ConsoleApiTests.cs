using System.Text.Json.Nodes;
using Lexicon.Local.WebConsole.Api;
using Lexicon.Local.WebConsole.Views;

namespace Lexicon.Local.Tests.WebConsole;

/// <summary>The frame of the console's API: what it refuses, and what it says of itself.</summary>
public sealed class ConsoleApiTests
{
    private readonly Switch _switch = new();

    [Fact]
    public async Task Document_NamesEachRouteWithItsParameters()
    {
        var (status, document) = await new ConsoleClient(_switch).GetAsync("/openapi.json");

        Assert.Equal((200, "3.1.0"), (status, (string?)document["openapi"]));
        Assert.Equal(
            ["/api/openapi.json", "/api/switches/{name}", "/api/switches/{name}/turn"],
            document["paths"]!.AsObject().Select(path => path.Key));
        var read = document["paths"]!["/api/switches/{name}"]!["get"]!;
        Assert.Equal("Switches", (string?)read["tags"]![0]);
        Assert.Equal(
            [("name", "path"), ("limit", "query")],
            read["parameters"]!.AsArray().Select(one => ((string)one!["name"]!, (string)one["in"]!)));
        Assert.Equal(
            "on or off",
            (string?)document["paths"]!["/api/switches/{name}/turn"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]![
                "properties"]!["to"]!["description"]);
    }

    [Fact]
    public async Task Parameters_OfPathAndQuery_AreReadAsTheyWereWritten()
    {
        var (_, document) = await new ConsoleClient(_switch).GetAsync("/switches/a%2Fb?limit=7");

        Assert.Equal(("a/b", 7), ((string?)document["name"], (int?)document["limit"]));
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "There is nothing at /api/nothing. /api/openapi.json lists what there is.")]
    [InlineData("POST", "/switches/a", 405, "POST is not supported here.")]
    [InlineData("GET", "/switches/a?limit=many", 400, "limit 'many' is not valid; it must be a whole number.")]
    public async Task WhatIsNotThere_OrNotValid_IsRefusedInWords(string method, string path, int status, string message) =>
        Assert.Equal((status, message), Refusal(await new ConsoleClient(_switch).SendAsync(method, path)));

    [Fact]
    public async Task Change_WithJson_IsMade()
    {
        var (status, _) = await new ConsoleClient(_switch).SendAsync("POST", "/switches/a/turn", """{ "to": "on" }""");

        Assert.Equal((200, "on"), (status, _switch.Is));
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Change_OfAPageFromElsewhere_IsRefusedAndNotMade(string header, string value)
    {
        var answer = await new ConsoleClient(_switch).SendAsync(
            "POST", "/switches/a/turn", """{ "to": "on" }""", "application/json", (header, value));

        Assert.Equal((403, "Changes are for the console's own pages and for programs of this machine."), Refusal(answer));
        Assert.Equal("off", _switch.Is);
    }

    // A form of any page can send this type without being asked by its browser.
    [Fact]
    public async Task Change_AsAForm_IsRefusedAndNotMade()
    {
        var answer = await new ConsoleClient(_switch).SendAsync("POST", "/switches/a/turn", """{ "to": "on" }""", "text/plain");

        Assert.Equal((403, "The content type is not valid; it must be application/json."), Refusal(answer));
        Assert.Equal("off", _switch.Is);
    }

    [Theory]
    [InlineData("[]", "The body is not valid; it must be a JSON object.")]
    [InlineData("{", "The body is not valid; it must be a JSON object: ")]
    public async Task Change_WithoutAnObject_IsRefusedInWords(string body, string message)
    {
        var (status, said) = Refusal(await new ConsoleClient(_switch).SendAsync("POST", "/switches/a/turn", body));

        Assert.Equal(400, status);
        Assert.StartsWith(message, said, StringComparison.Ordinal);
    }

    private static (int Status, string Message) Refusal((int Status, JsonNode Document) answer) =>
        (answer.Status, (string)answer.Document["message"]!);

    private sealed class Switch : IView
    {
        public Switch() => Routes =
        [
            ConsoleRoute.Get("/switches/{name}", "A switch.", call => new JsonObject
            {
                ["name"] = call.Get("name"),
                ["limit"] = call.Number("limit"),
            }) with
            {
                Query = new Dictionary<string, string> { ["limit"] = "How many." },
            },
            ConsoleRoute.Post("/switches/{name}/turn", "Turns it.", async call =>
            {
                Is = (string)(await call.BodyAsync())["to"]!;
                return new JsonObject();
            }) with
            {
                Body = new Dictionary<string, string> { ["to"] = "on or off" },
            },
        ];

        public string Is { get; private set; } = "off";

        public string Name => "Switches";

        public IReadOnlyList<ConsoleRoute> Routes { get; }
    }
}
