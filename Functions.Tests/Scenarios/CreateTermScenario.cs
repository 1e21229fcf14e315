namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>With two tags and an idempotency key.</summary>
internal sealed class CreateTermScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        var glossary = await reader.CreateGlossaryAsync();
        await world.MeasureAsync(() => reader.CreateTermAsync(glossary.Id, "before", ["first", "second"], "key"));
    }
}
