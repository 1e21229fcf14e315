namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>The named assertions notice when a promise is broken: each sabotage is caught by at least one of them.</summary>
public sealed class SabotageTests(Promises promises) : IClassFixture<Promises>
{
    public static TheoryData<string> Names => [.. Sabotages.All.Select(sabotage => sabotage.Name)];

    [Fact]
    public void Stages_AsTheyAre_BreakNoPromise() => Assert.Empty(promises.BrokenAsItIs);

    [Theory, MemberData(nameof(Names))]
    public void Sabotage_ChangesAStage_AndIsCaughtByAnAssertion(string name)
    {
        var sabotage = Assert.Single(Sabotages.All, candidate => candidate.Name == name);
        var (original, spoilt) = (sabotage.Original, sabotage.Spoil());

        Assert.False(
            JsonNode.DeepEquals(original.Manifest, spoilt.Manifest)
            && original.Templates.Zip(spoilt.Templates).All(pair => JsonNode.DeepEquals(pair.First.Json, pair.Second.Json)),
            "It changes nothing.");
        Assert.True(promises.CaughtBy(sabotage) is not null, $"Nobody noticed: {sabotage}");
    }
}
