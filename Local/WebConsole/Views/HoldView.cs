using System.Text.Json.Nodes;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>Requests that wait at a step until somebody has looked at them.</summary>
internal sealed class HoldView : IView
{
    private readonly IHeldRequests _holds;

    /// <summary>The view of these.</summary>
    public HoldView(IHeldRequests holds)
    {
        _holds = holds;
        Routes =
        [
            ConsoleRoute.Get(
                "/holds",
                "The steps at which a request can be held, which one is to be, and those that are: what they are now and were before.",
                _ => holds.Describe()),
            ConsoleRoute.Get(
                "/holds/watch",
                "The same, once something is different, or after 25 seconds. When nobody has watched for 10 seconds, all are released.",
                async call => await holds.WatchAsync(call.Number("after") ?? -1, call.Cancellation)) with
            {
                Query = new Dictionary<string, string> { ["after"] = "The member version of what the caller has." },
            },
            ConsoleRoute.Post("/holds", "Holds the next request that comes to a step, before it.", WantAsync) with
            {
                Body = new Dictionary<string, string>
                {
                    ["service"] = "CloudFront, API Gateway or Lambda.",
                    ["step"] = "One of its steps.",
                    ["filter"] = "What must be in method, path and query, or in the function's name; without it, anything.",
                },
            },
            ConsoleRoute.Post("/holds/forget", "Holds no further request.", _ => Done(holds.Forget)),
            ConsoleRoute.Post("/holds/release", "Releases all requests, and holds no further one.", _ => Done(holds.ReleaseAll)),
            ConsoleRoute.Post("/holds/{number}/release", "Releases a request.", ReleaseAsync) with
            {
                Body = new Dictionary<string, string> { ["next"] = "true: holds it again at the next step that it comes to." },
            },
        ];
    }

    public string Name => "Hold";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    private async Task<JsonNode> WantAsync(ConsoleCall call)
    {
        var wanted = await call.BodyAsync();
        var wish = new HoldWish(Text(wanted, "service"), Text(wanted, "step"), Text(wanted, "filter"));
        return _holds.Want(wish) ? _holds.Describe() : throw ConsoleException.NotFound($"The step '{wish.Step}' of '{wish.Service}'");
    }

    private async Task<JsonNode> ReleaseAsync(ConsoleCall call)
    {
        var isToStopAgain = (await call.BodyAsync())["next"]?.GetValueKind() is System.Text.Json.JsonValueKind.True;
        return call.Number("number") is { } number && _holds.Release(number, isToStopAgain)
            ? new JsonObject()
            : throw ConsoleException.NotFound($"The held request {call.Get("number")}");
    }

    private static Task<JsonNode> Done(Action act)
    {
        act();
        return Task.FromResult<JsonNode>(new JsonObject());
    }

    private static string Text(JsonObject body, string name) => body[name]?.ToString() ?? "";
}
