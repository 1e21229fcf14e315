namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>Hides a term; then dismisses the report of another one; then shows the first again.</summary>
internal sealed class DecideReportScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var glossary = await reader.CreateGlossaryAsync(visibility: "public");
        List<string> reports = [];
        foreach (var decision in new[] { "hide", "dismiss" })
        {
            var term = await reader.CreateTermAsync(glossary.Id, decision, ["first", "second"]);
            reports.Add(await reader.FileReportAsync(glossary.Id, term.Id));
            await world.MeasureAsync(() => reader.DecideReportAsync(reports[^1], decision, "A reason."));
        }

        await world.MeasureAsync(() => reader.DecideReportAsync(reports[0], "show", "A reason."));
    }
}
