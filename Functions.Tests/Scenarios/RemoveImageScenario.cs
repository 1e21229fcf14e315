namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>Of a term with two tags.</summary>
internal sealed class RemoveImageScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var glossary = await reader.CreateGlossaryAsync();
        var term = await reader.CreateTermAsync(glossary.Id, "term", ["first", "second"]);
        await world.MeasureAsync(() => reader.RemoveImageAsync(glossary.Id, term.Id, "\"1\""));
    }
}
