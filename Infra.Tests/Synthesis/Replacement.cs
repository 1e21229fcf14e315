namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>What stands in the place of some stages for a while, and which stages were asked for meanwhile.</summary>
internal sealed class Replacement(IEnumerable<(SynthesizedStage Original, SynthesizedStage Instead)> pairs)
{
    private readonly Dictionary<SynthesizedStage, SynthesizedStage> _instead = new(
        pairs.Select(pair => KeyValuePair.Create(pair.Original, pair.Instead)),
        ReferenceEqualityComparer.Instance);

    public HashSet<SynthesizedStage> LookedAt { get; } = new(ReferenceEqualityComparer.Instance);

    public SynthesizedStage Of(SynthesizedStage stage)
    {
        _ = LookedAt.Add(stage);
        return _instead.GetValueOrDefault(stage, stage);
    }
}
