namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>By name, and by a tag.</summary>
internal sealed class ListMyTermsScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        await world.MeasureAsync(api => api.ListMyTermsAsync(world.GlossaryId));
        await world.MeasureAsync(api => api.ListMyTermsAsync(world.GlossaryId, new() { ["tag"] = "first" }));
    }
}
