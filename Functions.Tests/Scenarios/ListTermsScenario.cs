namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>By name, and by a tag.</summary>
internal sealed class ListTermsScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        await world.MeasureAsync(api => api.PublicAsync("ListTerms", world.GlossaryId));
        await world.MeasureAsync(api => api.PublicAsync("ListTerms", world.GlossaryId, query: new() { ["tag"] = "first" }));
    }
}
