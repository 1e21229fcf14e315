namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// What holds for every resource of a kind, in every stack of every stage, with every option: those that somebody adds tomorrow,
/// too. A rule has a small example of prod beside it, in a file of its name, and the changes that break it, each alone.
/// </summary>
public abstract class Rule
{
    private JsonNode Example => JsonNode.Parse(File.ReadAllText(Repository.File("Infra.Tests", "Rules", $"{GetType().Name}.json")))!;

    /// <summary>What breaks the rule in the example, each by itself.</summary>
    private protected abstract Change[] Broken { get; }

    [Fact]
    public void EveryTemplate_KeepsIt() => Assert.Empty(
        from stage in Stages.Variants
        from template in stage.Value.Templates
        from breach in Breaches(template)
        select $"{stage.Key} {template.Stack}: {breach}");

    [Fact]
    public void Example_KeepsIt() => Assert.Empty(Breaches(Template.Of(Example)));

    [Fact]
    public void EachChangeOfTheExample_BreaksIt() => Assert.All(Broken, change =>
    {
        var resources = Example;
        change.In(resources);
        Assert.NotEmpty(Breaches(Template.Of(resources)));
    });

    /// <summary>What breaks the rule in a template, each in a line.</summary>
    private protected abstract IEnumerable<string> Breaches(Template template);
}
