using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Traces;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>Every request and event, and what became of it.</summary>
internal sealed class RequestsView : IView
{
    private const int Most = 1000;

    private readonly Endpoints _endpoints;
    private string _stageUrl = "";

    /// <summary>The view of these traces.</summary>
    public RequestsView(ITraces traces, Endpoints endpoints, TimeProvider time)
    {
        _endpoints = endpoints;
        var replay = new Replay(endpoints, time);
        Routes =
        [
            ConsoleRoute.Get(
                "/requests",
                "What began at an endpoint or with an event, newest first. Several may be of one trace.",
                call => call.Number("after") is { } after
                    ? traces.Since(after, call.Number("limit", 100, Most))
                    : traces.List(call.Number("before"), call.Number("limit", 100, Most))) with
            {
                Query = new Dictionary<string, string>
                {
                    ["after"] = "The number of one of them: those that came right after it.",
                    ["before"] = "The number of one of them: what came before it.",
                    ["limit"] = $"How many at most: 100 if nothing is said, {Most} at most.",
                },
            },
            ConsoleRoute.Get(
                "/traces/{id}", "Every span of one trace, in the order of their beginnings.", call => traces.Trace(call.Get("id"))),
            ConsoleRoute.Get(
                "/traces/{id}/contents",
                "What came and what went back at the spans of one trace that have it: headers and bodies at the edge and at the API, "
                    + "events and what functions returned, and by which keys DynamoDB was asked for items. What is secret is hidden, a "
                    + "long body is cut and says so.",
                call => traces.Contents(call.Get("id"))),
            ConsoleRoute.Post(
                "/replay",
                "Sends a request to the site or to the API, and returns the response with the id of its trace.",
                async call => await replay.SendAsync(_stageUrl, await call.BodyAsync(), call.Cancellation)) with
            {
                Body = new Dictionary<string, string>
                {
                    ["endpoint"] = "site or api",
                    ["method"] = "A method of HTTP.",
                    ["target"] = "Path and query.",
                    ["headers"] = "One header a line, as HTTP has them.",
                    ["body"] = "The body, text.",
                },
            },
        ];
    }

    public string Name => "Requests";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    public void Show(ResourceGraph graph) => _stageUrl = InvokeUrl.Of(_endpoints, graph.Nodes);
}
