using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>A small, mechanical change to the templates of a stack, in one stage or wherever it can be made.</summary>
internal sealed record Mutant(string Stack, IReadOnlyList<string> Variants, params IReadOnlyList<Change> Changes)
{
    /// <summary>The stages with the change, beside the original ones.</summary>
    public IReadOnlyList<(SynthesizedStage Original, SynthesizedStage Instead)> Spoil() =>
    [
        .. from variant in Variants
           let original = Stages.Variants[variant]
           let template = original.Stack(Stack)
           select (original, original.With(Spoil(template))),
    ];

    public override string ToString() => $"{string.Join(" and ", Variants)} {Stack}  {string.Join(" and ", Changes)}";

    private Template Spoil(Template template)
    {
        var json = template.Json.DeepClone().AsObject();
        foreach (var change in Changes)
        {
            change.In(json);
        }

        return template.WithJson(json);
    }
}
