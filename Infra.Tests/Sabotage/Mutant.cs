using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>One small, mechanical change to the templates of a stack, in one stage or wherever it can be made.</summary>
internal sealed record Mutant(string Stack, IReadOnlyList<string> Variants, Change Change)
{
    /// <summary>The stages with the change, beside the original ones.</summary>
    public IReadOnlyList<(SynthesizedStage Original, SynthesizedStage Instead)> Spoil() =>
    [
        .. from variant in Variants
           let original = Stages.Variants[variant]
           let template = original.Stack(Stack)
           select (original, original.With(Spoil(template))),
    ];

    public override string ToString() => $"{string.Join(" and ", Variants)} {Stack}  {Change}";

    private Template Spoil(Template template)
    {
        var json = template.Json.DeepClone().AsObject();
        Change.In(json);
        return template.WithJson(json);
    }
}
