using System.Text.Json.Nodes;
using Xunit.Sdk;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>The named assertions notice when a promise is broken: each sabotage is caught by at least one of them.</summary>
[Collection(nameof(Unspoilt))]
public sealed class SabotageTests(Unspoilt unspoilt)
{
    public static TheoryData<string> Names => [.. Sabotages.All.Select(sabotage => sabotage.Name)];

    [Fact]
    public void Stages_AsTheyAre_BreakNoPromise() => Assert.Empty(unspoilt.Broken);

    [Fact]
    public void Sabotages_AreMoreThanThreeHundred_EachAnother()
    {
        Assert.InRange(Sabotages.All.Count, 301, int.MaxValue);
        Assert.Distinct(Sabotages.All.Select(sabotage => sabotage.Name));
        Assert.Distinct(Sabotages.All.Select(sabotage => $"{sabotage.Where} {sabotage.Construct} {sabotage.Change}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sabotage_ChangesAStage_AndIsCaughtByAnAssertion(string name)
    {
        var sabotage = Sabotages.All.Single(candidate => candidate.Name == name);
        var (original, spoilt) = (sabotage.Original, sabotage.Spoil());

        Assert.False(
            JsonNode.DeepEquals(original.Manifest, spoilt.Manifest) &&
            original.Templates.Zip(spoilt.Templates).All(pair => JsonNode.DeepEquals(pair.First.Json, pair.Second.Json)),
            "It changes nothing.");

        var broken = await unspoilt.TryAsync(sabotage);

        Assert.True(broken is not null, $"Nobody noticed: {sabotage}");
        _ = Assert.IsAssignableFrom<IAssertionException>(broken.Value.Failure);
    }
}
