namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>Of an own term.</summary>
internal sealed class RequestImageUploadScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var glossary = await reader.CreateGlossaryAsync();
        var term = await reader.CreateTermAsync(glossary.Id, "term");
        await world.MeasureAsync(() => reader.RequestImageUploadAsync(glossary.Id, term.Id));
    }
}
