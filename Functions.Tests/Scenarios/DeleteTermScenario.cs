namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>With two tags.</summary>
internal sealed class DeleteTermScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var glossary = await reader.CreateGlossaryAsync();
        var term = await reader.CreateTermAsync(glossary.Id, "before", ["first", "second"]);
        await world.MeasureAsync(() => reader.DeleteTermAsync(glossary.Id, term.Id, "\"1\""));
    }
}
