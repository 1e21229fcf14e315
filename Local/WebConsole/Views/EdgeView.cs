using System.Text.Json.Nodes;
using Lexicon.Local.CloudFront;
using Lexicon.Local.CloudFront.Facts;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>The points of presence, what each holds, and where visitors stand.</summary>
internal sealed class EdgeView : IView
{
    private readonly IEdge _edge;

    /// <summary>The view of this edge.</summary>
    public EdgeView(IEdge edge)
    {
        _edge = edge;
        Routes =
        [
            ConsoleRoute.Get("/edge", "The points of presence and regional edge caches, and where visitors stand.", _ => Overview()),
            ConsoleRoute.Get(
                "/edge/{location}/objects", "What the cache of a location holds, what was used last first.", Objects),
            ConsoleRoute.Post(
                "/edge/visitor", "Chooses where visitors stand who do not say so by a header X-Lexicon-Place.", StandAsync) with
            {
                Body = new Dictionary<string, string> { ["place"] = "The code of a place, such as FRA; empty: this machine." },
            },
            ConsoleRoute.Post("/edge/invalidate", "Removes a path from every cache, as CreateInvalidation does.", InvalidateAsync) with
            {
                Body = new Dictionary<string, string>
                {
                    ["distribution"] = "The id of a distribution.",
                    ["path"] = "Such as /index.html or /images/*.",
                },
            },
        ];
    }

    public string Name => "Edge";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    private JsonObject Overview() => new()
    {
        ["visitor"] = _edge.VisitorPlace,
        ["places"] = new JsonArray([.. _edge.Places.Select(Describe)]),
        ["distributions"] = new JsonArray([.. _edge.Distributions.Select(id => JsonValue.Create(id))]),
        ["locations"] = new JsonArray([.. _edge.Locations.Select(Describe)]),
    };

    private JsonArray Objects(ConsoleCall call)
    {
        var objects = _edge.ObjectsOf(call.Get("location"))
            ?? throw ConsoleException.NotFound($"The location '{call.Get("location")}'");
        return
        [
            .. objects.Select(one => new JsonObject
            {
                ["distribution"] = one.Distribution,
                ["path"] = one.Path,
                ["status"] = one.Status,
                ["encoding"] = one.Encoding,
                ["bytes"] = one.Bytes,
                ["since"] = one.Since.ToString("O"),
                ["freshUntil"] = one.FreshUntil.ToString("O"),
            }),
        ];
    }

    private async Task<JsonNode> StandAsync(ConsoleCall call)
    {
        var place = (await call.BodyAsync())["place"]?.ToString() ?? "";
        try
        {
            _edge.VisitorPlace = place.Length == 0 ? null : place;
        }
        catch (ArgumentException)
        {
            throw ConsoleException.NotFound($"The place '{place}'");
        }

        return Overview();
    }

    private async Task<JsonNode> InvalidateAsync(ConsoleCall call)
    {
        var body = await call.BodyAsync();
        return _edge.Invalidate(body["distribution"]?.ToString() ?? "", body["path"]?.ToString() ?? "") is { } problem
            ? throw ConsoleException.Invalid(problem)
            : Overview();
    }

    private static JsonNode? Describe(PlaceFacts? place) => place is null ? null : new JsonObject
    {
        ["code"] = place.Code,
        ["city"] = place.City,
        ["country"] = place.Country,
        ["latitude"] = place.Latitude,
        ["longitude"] = place.Longitude,
    };

    private static JsonNode Describe(EdgeLocationFacts location) => new JsonObject
    {
        ["name"] = location.Name,
        ["place"] = Describe(location.Place),
        ["isRegional"] = location.IsRegional,
        ["regional"] = location.Regional,
        ["objects"] = location.Objects,
        ["bytes"] = location.UsedBytes,
        ["capacity"] = location.Capacity,
        ["evictions"] = location.Evictions,
        ["hits"] = location.Hits,
        ["misses"] = location.Misses,
        ["refreshes"] = location.Refreshes,
        ["errors"] = location.Errors,
        ["others"] = location.Others,
    };
}
