namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>Hides a term; then dismisses the report of another one.</summary>
internal sealed class DecideReportScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var glossary = await reader.CreateGlossaryAsync(visibility: "public");
        foreach (var decision in new[] { "hide", "dismiss" })
        {
            var term = await reader.CreateTermAsync(glossary.Id, decision, ["first", "second"]);
            var report = await reader.FileReportAsync(glossary.Id, term.Id);
            await world.MeasureAsync(() => reader.DecideReportAsync(report, decision, "A reason."));
        }
    }
}
