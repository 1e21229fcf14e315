using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What the context may say.</summary>
public sealed class StageSettingsTests
{
    [Fact]
    public void Stage_IsDevInUsEast1_WhenNothingIsSaid()
    {
        var settings = Read();

        Assert.Equal(("dev", "us-east-1"), (settings.Name, settings.Region));
    }

    [Fact]
    public void Region_IsTheOneNamed() => Assert.Equal("eu-north-1", Read(("region", "eu-north-1")).Region);

    [Fact]
    public void UnknownStage_IsRefusedByName()
    {
        var refusal = Assert.Throws<RefusedContextException>(() => Read(("stage", "staging")));

        Assert.Equal("Context stage is 'staging'; there are dev and prod.", refusal.Message);
    }

    [Fact]
    public void Prod_KeepsDataAndRefusesPasswordsByApi()
    {
        var prod = Read(("stage", "prod"));

        Assert.True(prod.KeepsData);
        Assert.False(prod.AllowsPasswordSignIn);
    }

    [Theory]
    [InlineData("packaging", "docker", "Context packaging is 'docker'; there are managed and native.")]
    [InlineData("architecture", "mips", "Context architecture is 'mips'; there are x86_64 and arm64.")]
    [InlineData("tableKey", "mine", "Context tableKey is 'mine'; there are aws-owned, aws-managed and customer-managed.")]
    [InlineData("waf", "yes", "Context waf is 'yes'; there are false and true.")]
    [InlineData("githubIssuer", "mine", "Context githubIssuer is 'mine'; there are new and existing.")]
    [InlineData("githubRepository", "lexicon", "Context githubRepository is 'lexicon'; it is owner/name.")]
    [InlineData("githubRepository", "example/*", "Context githubRepository is 'example/*'; it is owner/name.")]
    [InlineData("monthlyBudget", "-1", "Context monthlyBudget is '-1'; it is a positive number.")]
    [InlineData(
        "domainName", "lexicon.example.com", "Context domainName, hostedZoneId and hostedZoneName belong together: say all three or none.")]
    public void ValueThatCannotBe_IsRefusedByName(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<RefusedContextException>(() => Read((name, value))).Message);

    [Theory]
    [InlineData("eu-west", "Context replicaRegions names 'eu-west', which is no Region.")]
    [InlineData("eu-west-1,us-east-1", "Context replicaRegions names 'us-east-1', where the table itself is.")]
    [InlineData("eu-west-1,eu-west-1", "Context replicaRegions names 'eu-west-1' twice.")]
    public void ReplicaThatCannotBe_IsRefusedByName(string regions, string message) =>
        Assert.Equal(message, Assert.Throws<RefusedContextException>(() => Read(("replicaRegions", regions))).Message);

    [Fact]
    public void ReplicasOfATableWithAKeyOfItsOwn_AreRefused() =>
        Assert.Equal(
            "Context replicaRegions does not go with tableKey=customer-managed: a key belongs to one Region.",
            Assert.Throws<RefusedContextException>(
                () => Read(("replicaRegions", "eu-west-1"), ("tableKey", "customer-managed"))).Message);

    [Theory]
    [InlineData("se")]
    [InlineData("SWE")]
    public void CountryThatIsNoCode_IsRefused(string country) =>
        Assert.Equal(
            $"Context allowedCountries names '{country}'; a country is two capital letters, such as SE.",
            Assert.Throws<RefusedContextException>(() => Read(("allowedCountries", $"NO,{country}"))).Message);

    [Fact]
    public void RegionWithoutAccessLogsOfCloudFront_IsRefused() =>
        Assert.StartsWith(
            "Context region is 'af-south-1'; there are us-east-1, ",
            Assert.Throws<RefusedContextException>(() => Read(("region", "af-south-1"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void DomainOutsideItsZone_IsRefused() =>
        Assert.Equal(
            "Context domainName is 'lexicon.example.org', which is not in the zone 'example.com'.",
            Assert.Throws<RefusedContextException>(() => Read(
                ("domainName", "lexicon.example.org"), ("hostedZoneId", "Z1"), ("hostedZoneName", "example.com"))).Message);

    [Fact]
    public void WebAclOutsideUsEast1_IsRefused() =>
        Assert.Equal(
            "Context waf needs region=us-east-1; it is 'eu-north-1'.",
            Assert.Throws<RefusedContextException>(() => Read(("waf", "true"), ("region", "eu-north-1"))).Message);

    [Fact]
    public void Options_AreOffUnlessAskedFor() => Assert.Equivalent(new Options(), Read().Options);

    [Fact]
    public void Budget_IsTheStagesOwnUnlessNamed() =>
        Assert.Equal((20, 100, 25.5), (Read().MonthlyBudget, Read(("stage", "prod")).MonthlyBudget, Read(("monthlyBudget", "25.5")).MonthlyBudget));

    private static StageSettings Read(params (string Name, string Value)[] context)
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-").FullName;
        try
        {
            return Stages.WithApp(folder, context, app => StageSettings.Read(app.Node));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
