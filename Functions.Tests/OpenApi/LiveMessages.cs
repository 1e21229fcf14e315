using System.Text.Json.Nodes;
using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>
/// The messages of the WebSocket API, which OpenAPI has no words for: an extension of ours
/// (https://spec.openapis.org/oas/v3.1.0#specification-extensions).
/// </summary>
internal static class LiveMessages
{
    public static JsonObject Describe(Schemas schemas) => new()
    {
        ["description"] = "Take a ticket (CreateLiveTicket, CreateMyLiveTicket), then connect to the address `live` of /config.json with "
            + "it as the query parameter `ticket`. A ticket is good for 30 seconds and for one connection. Messages are JSON; `action` "
            + "names what is asked.",
        ["sends"] = new JsonArray(
        [
            .. LiveRoutes.All.Where(route => !route.Key.StartsWith('$')).Select(route => new JsonObject
            {
                ["action"] = route.Key,
                ["description"] = Descriptions.OfType(
                    typeof(LiveRoutes).Assembly.GetType($"Lexicon.Functions.Live.{route.Operation}")!),
                ["message"] = schemas.Of(typeof(LiveMessage)),
            }),
        ]),
        ["receives"] = schemas.Of(typeof(LiveEvent)),
    };
}
