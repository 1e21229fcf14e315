namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>A page of 20, each of another term; then those that hide a term.</summary>
internal sealed class ListReportsScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        foreach (var termId in world.TermIds)
        {
            await reader.FileReportAsync(world.GlossaryId, termId);
        }

        await world.MeasureAsync(() => reader.ListReportsAsync());
        await world.MeasureAsync(() => reader.ListReportsAsync(new() { ["decision"] = "hide" }));
    }
}
