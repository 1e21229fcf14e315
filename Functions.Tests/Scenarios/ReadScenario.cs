using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>An operation that reads something by its path, or a page of it: the call that its row says.</summary>
internal sealed class ReadScenario(Route route) : IScenario
{
    public static bool Fits(Route route) =>
        route is { Method: "GET", Request: null } && route.Query.All(name => name is "limit" or "cursor");

    public Task RunAsync(MeasuredWorld world) => world.MeasureAsync(api => api.CallAsync(
        route.Operation, ValidCalls.On(route, api.Reader, world.GlossaryId, world.TermIds[0])));
}
