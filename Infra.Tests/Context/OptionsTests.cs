namespace Lexicon.Infra.Tests.Context;

/// <summary>
/// What the context can ask for. Whatever else it says is refused by name: by make before anything is built, and at synthesis in the
/// same words.
/// </summary>
public sealed class OptionsTests
{
    [Fact]
    public void Stage_IsDevInUsEast1WithoutOptions_WhenNothingIsSaid()
    {
        var settings = Read("{}");
        Assert.Equal(("dev", "us-east-1", 20), (settings.Name, settings.Region, settings.MonthlyBudget));
        Assert.Equivalent(new Options(), settings.Options);
    }

    [Fact]
    public void Prod_KeepsDataAndRefusesPasswordsByApi()
    {
        var prod = Read("""{"stage":"prod"}""");
        Assert.Equal((true, false, 100), (prod.KeepsData, prod.AllowsPasswordSignIn, prod.MonthlyBudget));
    }

    [Theory]
    [InlineData("""{"region":"eu-west-3","monthlyBudget":"25.5","apiKey":"true","allowedCountries":" SE, NO","waf":""}""")]
    [InlineData("""{"region":"eu-west-3","monthlyBudget":25.5,"apiKey":true,"allowedCountries":["SE","NO"],"waf":false}""")]
    public async Task Value_IsAText_OrTheSameInJson(string context)
    {
        var options = new Options { Region = "eu-west-3", MonthlyBudget = 25.5, HasProgramKey = true, AllowedCountries = ["SE", "NO"] };
        Assert.Equivalent(options, Read(context).Options);
        Assert.Equal(25.5, Read(context).MonthlyBudget);
        Assert.Equal((0, "", ""), await CheckAsync(context));
    }

    [Theory]
    [InlineData("""{"stage":"prod","stage:prod":{"waf":true},"stage:dev":{"apiKey":true}}""", true, false)]
    [InlineData("""{"stage:prod":{"waf":true},"stage:dev":{"apiKey":true}}""", false, true)]
    [InlineData("""{"stage:dev":{"waf":true,"apiKey":true},"waf":"false"}""", false, true)]
    public async Task OptionsOfTheStage_HoldWhereNothingElseIsGiven(string context, bool waf, bool apiKey)
    {
        var options = Read(context).Options;
        Assert.Equal((waf, apiKey), (options.HasFirewall, options.HasProgramKey));
        Assert.Equal((0, "", ""), await CheckAsync(context));
    }

    [Theory]
    [InlineData("""{"stage:dev":{"wfa":"true"}}""", "There is no context option 'wfa'. The options are allowedCountries, allowedOrigins, ")]
    [InlineData("""{"stage:dev":{"packaging":"docker"}}""", "Context option packaging is 'docker'; it must be managed or native.")]
    [InlineData("""{"wfa":"true"}""", "There is no context option 'wfa'. The options are allowedCountries, allowedOrigins, ")]
    [InlineData("""{"toString":"x"}""", "There is no context option 'toString'. The options are allowedCountries, ")]
    [InlineData("""{"stage":"staging"}""", "Context option stage is 'staging'; it must be dev or prod.")]
    [InlineData("""{"region":"af-south-1"}""", "Context option region is 'af-south-1'; it must be us-east-1, us-east-2, ")]
    [InlineData("""{"packaging":"docker"}""", "Context option packaging is 'docker'; it must be managed or native.")]
    [InlineData("""{"architecture":"mips"}""", "Context option architecture is 'mips'; it must be x86_64 or arm64.")]
    [InlineData("""{"tableKey":"mine"}""", "Context option tableKey is 'mine'; it must be aws-owned, aws-managed or customer-managed.")]
    [InlineData("""{"waf":"yes"}""", "Context option waf is 'yes'; it must be false or true.")]
    [InlineData("""{"waf":1}""", "Context option waf is '1'; it must be false or true.")]
    [InlineData("""{"domainName":{"is":"x"}}""", "Context option domainName is an object; it must be a text, or a list of texts.")]
    [InlineData("""{"githubIssuer":"mine"}""", "Context option githubIssuer is 'mine'; it must be new or existing.")]
    [InlineData(
        """{"githubRepository":"lexicon"}""",
        "Context option githubRepository is 'lexicon'; 'lexicon' in it must be owner/name or owner@ID/name@ID.")]
    [InlineData(
        """{"githubRepository":"example/*"}""",
        "Context option githubRepository is 'example/*'; 'example/*' in it must be owner/name or owner@ID/name@ID.")]
    [InlineData("""{"bootstrapKey":"alias/mine"}""", "Context option bootstrapKey is 'alias/mine'; it must be the ARN of a key.")]
    [InlineData("""{"monthlyBudget":-1}""", "Context option monthlyBudget is '-1'; it must be a positive number.")]
    [InlineData("""{"replicaRegions":"eu-west-1,eu-west"}""", "Context option replicaRegions is 'eu-west-1,eu-west'; 'eu-west' in it ")]
    [InlineData("""{"allowedCountries":["NO","se"]}""", "Context option allowedCountries is 'NO,se'; 'se' in it must be two capital ")]
    [InlineData("""{"allowedCountries":"SWE"}""", "Context option allowedCountries is 'SWE'; 'SWE' in it must be two capital letters")]
    public async Task ValueThatCannotBe_IsRefusedByName_BeforeABuildAndAtSynthesis(string context, string message)
    {
        var refusal = Refusal(context);
        Assert.StartsWith(message, refusal, StringComparison.Ordinal);
        Assert.Equal((1, "", refusal), await CheckAsync(context));
    }

    [Theory]
    [InlineData("""{"domainName":"lexicon.example.com"}""", "domainName needs hostedZoneId and hostedZoneName with it, and they need ")]
    [InlineData("""{"domainName":"x.org","hostedZoneId":"Z1","hostedZoneName":"example.com"}""", "domainName is 'x.org', which is not in")]
    [InlineData("""{"replicaRegions":"eu-west-1,us-east-1"}""", "replicaRegions names 'us-east-1', where the table itself is.")]
    [InlineData("""{"replicaRegions":"eu-west-1,eu-west-1"}""", "replicaRegions names 'eu-west-1' twice.")]
    [InlineData("""{"replicaRegions":"eu-west-1","tableKey":"customer-managed"}""", "replicaRegions does not go with tableKey=cust")]
    [InlineData("""{"region":"eu-north-1","monthlyBudget":"9"}""", "monthlyBudget does not go with region=eu-north-1: CloudForm")]
    [InlineData("""{"bootstrapKey":"arn:aws:kms:eu-west-1:111122223333:key/1"}""", "bootstrapKey is 'arn:aws:kms:eu-west-1:1111")]
    [InlineData("""{"waf":"true","region":"eu-north-1"}""", "waf needs region=us-east-1; it is 'eu-north-1'.")]
    public void OptionsThatDoNotGoTogether_AreRefusedAtSynthesis(string context, string message) =>
        Assert.StartsWith($"Context option {message}", Refusal(context), StringComparison.Ordinal);

    [Theory]
    [InlineData("-c", "waf=true", "--context", "allowedCountries=SE, NO", "--context=monthlyBudget=25.5")]
    [InlineData("-c", "waf=", "-c", "@aws-cdk/core:x=true")]
    public async Task WhatTheCommandLineCanSay_IsNotRefused(params string[] arguments) =>
        Assert.Equal((0, "", ""), await CheckAsync("""{"@aws-cdk/core:y":true}""", arguments));

    private static string Refusal(string context) => Assert.Throws<RefusedContextException>(() =>
    {
        ContextNames.Check(context);
        _ = Read(context);
    }).Message;

    private static StageSettings Read(string context) => Stages.WithApp(
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(context)!.Select(entry => (entry.Key, Stages.ValueOf(entry.Value))),
        (app, _) => StageSettings.Read(app.Node));

    // What make runs, with this context in cdk.json.
    private static async Task<(int ExitCode, string Output, string Errors)> CheckAsync(string context, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "cdk.json"), $$"""{"context":{{context}}}""");
        var run = await ProgramRun.ToItsEndAsync(
            new("node", [Repository.File("Infra", "Context", "check-options.mjs"), .. arguments]) { WorkingDirectory = folder });
        Directory.Delete(folder, recursive: true);
        return (run.ExitCode, run.Output, run.Errors.TrimEnd());
    }
}
