namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>The first one of a term, with an idempotency key; then without, and one of a term that was reviewed before.</summary>
internal sealed class RecordReviewScenario : IScenario
{
    public async Task RunAsync(MeasuredWorld world)
    {
        var reader = world.NewReader();
        await world.MeasureAsync(() => reader.ReviewAsync(world.GlossaryId, world.TermIds[0], 4, "key"));
        await world.MeasureAsync(() => reader.ReviewAsync(world.GlossaryId, world.TermIds[1], 4));
        await world.MeasureAsync(() => reader.ReviewAsync(world.GlossaryId, world.TermIds[1], 4));
    }
}
