namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>What the context may say; whatever else it says is refused by name.</summary>
public sealed class StageSettingsTests
{
    [Fact]
    public void Stage_IsDevInUsEast1WithoutOptions_WhenNothingIsSaid()
    {
        var settings = Read("");
        Assert.Equal(("dev", "us-east-1", 20), (settings.Name, settings.Region, settings.MonthlyBudget));
        Assert.Equivalent(new Options(), settings.Options);
    }

    [Fact]
    public void Region_AndBudget_AreThoseNamed()
    {
        var settings = Read("region=eu-north-1; monthlyBudget=25.5");
        Assert.Equal(("eu-north-1", 25.5), (settings.Region, settings.MonthlyBudget));
    }

    [Fact]
    public void Prod_KeepsDataAndRefusesPasswordsByApi()
    {
        var prod = Read("stage=prod");
        Assert.Equal((true, false, 100), (prod.KeepsData, prod.AllowsPasswordSignIn, prod.MonthlyBudget));
    }

    [Theory]
    [InlineData("stage=staging", "Context stage is 'staging'; there are dev and prod.")]
    [InlineData("packaging=docker", "Context packaging is 'docker'; there are managed and native.")]
    [InlineData("architecture=mips", "Context architecture is 'mips'; there are x86_64 and arm64.")]
    [InlineData("tableKey=mine", "Context tableKey is 'mine'; there are aws-owned, aws-managed and customer-managed.")]
    [InlineData("waf=yes", "Context waf is 'yes'; there are false and true.")]
    [InlineData("githubIssuer=mine", "Context githubIssuer is 'mine'; there are new and existing.")]
    [InlineData("githubRepository=lexicon", "Context githubRepository is 'lexicon'; it is owner/name.")]
    [InlineData("githubRepository=example/*", "Context githubRepository is 'example/*'; it is owner/name.")]
    [InlineData("monthlyBudget=-1", "Context monthlyBudget is '-1'; it is a positive number.")]
    [InlineData("domainName=lexicon.example.com",
        "Context domainName, hostedZoneId and hostedZoneName belong together: say all three or none.")]
    [InlineData("replicaRegions=eu-west", "Context replicaRegions names 'eu-west', which is no Region.")]
    [InlineData("replicaRegions=eu-west-1,us-east-1", "Context replicaRegions names 'us-east-1', where the table itself is.")]
    [InlineData("replicaRegions=eu-west-1,eu-west-1", "Context replicaRegions names 'eu-west-1' twice.")]
    [InlineData(
        "replicaRegions=eu-west-1; tableKey=customer-managed",
        "Context replicaRegions does not go with tableKey=customer-managed: a key belongs to one Region.")]
    [InlineData("allowedCountries=NO,se", "Context allowedCountries names 'se'; a country is two capital letters, such as SE.")]
    [InlineData("allowedCountries=NO,SWE", "Context allowedCountries names 'SWE'; a country is two capital letters, such as SE.")]
    [InlineData(
        "domainName=lexicon.example.org; hostedZoneId=Z1; hostedZoneName=example.com",
        "Context domainName is 'lexicon.example.org', which is not in the zone 'example.com'.")]
    [InlineData("waf=true; region=eu-north-1", "Context waf needs region=us-east-1; it is 'eu-north-1'.")]
    [InlineData("region=af-south-1", "Context region is 'af-south-1'; there are us-east-1, ")]
    public void ValueThatCannotBe_IsRefusedByName(string context, string message) =>
        Assert.StartsWith(message, Assert.Throws<RefusedContextException>(() => Read(context)).Message, StringComparison.Ordinal);

    private static StageSettings Read(string context) => Stages.WithApp(
        context.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=')).Select(entry => (entry[0], entry[1])),
        (app, _) => StageSettings.Read(app.Node));
}
