namespace Lexicon.Infra.Tests.Updates;

/// <summary>What make asks before it builds anything refuses what a synthesis would refuse, in the same words.</summary>
public sealed class CheckOptionsTests
{
    [Theory]
    [InlineData("wfa", "true")]
    [InlineData("stage", "staging")]
    [InlineData("region", "af-south-1")]
    [InlineData("waf", "yes")]
    [InlineData("tableKey", "mine")]
    [InlineData("replicaRegions", "eu-west-1,eu-west")]
    [InlineData("allowedCountries", "NO,se")]
    [InlineData("githubRepository", "example/*")]
    [InlineData("monthlyBudget", "-1")]
    public async Task WhatASynthesisRefuses_IsRefusedBefore_InItsWords(string name, string value)
    {
        var run = await RunAsync("-c", "stage=dev", "-c", $"{name}={value}");

        Assert.Equal((1, "", Refusal(name, value)), (run.ExitCode, run.Output, run.Errors.TrimEnd()));
    }

    [Theory]
    [InlineData]
    [InlineData("-c", "waf=true", "--context", "allowedCountries=SE, NO", "--context=monthlyBudget=25.5")]
    [InlineData("-c", "waf=", "-c", "@aws-cdk/core:x=true")]
    public async Task WhatCanBe_IsNot(params string[] arguments) =>
        Assert.Equal((0, "", ""), await RunAsync(arguments) is var run ? (run.ExitCode, run.Output, run.Errors) : default);

    private static string Refusal(string name, string value) => Assert.Throws<RefusedContextException>(() =>
    {
        ContextNames.Check($$"""{"{{name}}":"{{value}}"}""");
        ContextOption.Named(name).Checked(value);
    }).Message;

    private static Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.ToItsEndAsync(new("node", [Repository.File("Infra", "check-options.mjs"), .. arguments]));
}
