namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>A page of 20 terms that are due; then new terms beside one that has been deleted since; then of
/// all glossaries; then beside one that is hidden.</summary>
internal sealed class ListDueTermsScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var (glossaryId, terms) = await MeasuredWorld.CreateGlossaryAsync(reader);
        foreach (var term in terms)
        {
            await reader.ReviewAsync(glossaryId, term, 4);
        }

        var later = reader.Later(TimeSpan.FromDays(30));
        await world.MeasureAsync(() => later.DueAsync(glossaryId));
        await reader.DeleteTermAsync(glossaryId, terms[^1], "*");
        await world.MeasureAsync(() => later.DueAsync(glossaryId, 100));
        await world.MeasureAsync(() => later.DueAsync());
        await reader.DecideReportAsync(await reader.FileReportAsync(glossaryId, terms[0]), "hide", "A reason.");
        await world.MeasureAsync(() => later.DueAsync(glossaryId));
    }
}
