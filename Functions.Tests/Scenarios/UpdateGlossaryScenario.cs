namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>Of a private one.</summary>
internal sealed class UpdateGlossaryScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var glossary = await reader.CreateGlossaryAsync();
        await world.MeasureAsync(() => reader.UpdateGlossaryAsync(glossary.Id, "\"1\"", "after"));
    }
}
