using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>A template with one small, mechanical change.</summary>
internal sealed record Mutant(string Stage, SynthesizedStage Original, Template Template, string Owner, Change Change)
{
    public SynthesizedStage Spoil()
    {
        var json = Template.Json.DeepClone().AsObject();
        Change.In(json);
        return Original.With(Template.WithJson(json));
    }

    public override string ToString() => $"{Stage} {Template.Stack}  {Owner}  {Change}";
}
