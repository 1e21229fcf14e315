namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>Of a glossary with 20 terms, each of which its owner has reviewed.</summary>
internal sealed class DeleteGlossaryScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var (glossaryId, terms) = await MeasuredWorld.CreateGlossaryAsync(reader);
        foreach (var term in terms)
        {
            await reader.ReviewAsync(glossaryId, term, 4);
        }

        await world.MeasureAsync(() => reader.DeleteGlossaryAsync(glossaryId, "\"1\""));
    }
}
