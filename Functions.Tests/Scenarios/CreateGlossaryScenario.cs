namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>With an idempotency key.</summary>
internal sealed class CreateGlossaryScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        await world.MeasureAsync(() => world.NewReader().CreateGlossaryAsync("private one", key: "key"));
    }
}
