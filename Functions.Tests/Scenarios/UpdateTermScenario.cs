namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>Of which one of two tags is replaced.</summary>
internal sealed class UpdateTermScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var glossary = await reader.CreateGlossaryAsync();
        var term = await reader.CreateTermAsync(glossary.Id, "before", ["first", "second"]);
        await world.MeasureAsync(() => reader.UpdateTermAsync(glossary.Id, term.Id, "\"1\"", "before", ["second", "third"]));
    }
}
