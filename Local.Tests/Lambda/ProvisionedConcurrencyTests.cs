using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.Facts;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html.</summary>
public sealed class ProvisionedConcurrencyTests
{
    private const string Live = "arn:aws:lambda:us-east-1:123456789012:function:ready:live";

    [Fact]
    public async Task Environment_IsThereAheadOfItsFirstInvocation_WhichHasNoInitOfItsOwn()
    {
        await using var lambda = new RunningLambda();
        Provision(lambda, environments: 1);
        lambda.Service.BeginWork();
        await UntilAsync(lambda, environments: 1);

        var variables = await lambda.AskAsync(Live, """{"do":"env"}""");

        Assert.Equal("provisioned-concurrency", (string?)variables["AWS_LAMBDA_INITIALIZATION_TYPE"]);
        Assert.Null(Assert.Single(((IFunctionsView)lambda.Service).InvocationsOf("ready")).Init);
        Assert.Single(((IFunctionsView)lambda.Service).Environments);
    }

    [Fact]
    public async Task InvocationBeyondThem_GetsAnEnvironmentOnDemand()
    {
        await using var lambda = new RunningLambda();
        Provision(lambda, environments: 1);
        lambda.Service.BeginWork();
        await UntilAsync(lambda, environments: 1);

        var sleeping = lambda.AskAsync(Live, """{"do":"sleep","ms":500}""");
        var variables = await lambda.AskAsync(Live, """{"do":"env"}""");
        await sleeping;

        Assert.Equal("on-demand", (string?)variables["AWS_LAMBDA_INITIALIZATION_TYPE"]);
    }

    [Fact]
    public async Task SeveralOfThem_AreAllThere()
    {
        await using var lambda = new RunningLambda();
        Provision(lambda, environments: 3);

        lambda.Service.BeginWork();

        await UntilAsync(lambda, environments: 3);
    }

    [Fact]
    public async Task FunctionWhoseInitFails_IsNotStartedAgainAndAgain()
    {
        await using var lambda = new RunningLambda();
        Provision(lambda, environments: 1, """, "Environment": { "Variables": { "INIT": "error" } }""");

        lambda.Service.BeginWork();
        await lambda.Logs.WaitForAsync("/aws/lambda/ready", line => line.StartsWith("INIT_REPORT", StringComparison.Ordinal));
        await Eventually.TrueAsync(() => !((IFunctionsView)lambda.Service).Environments.Any());

        Assert.Single(lambda.Logs.Messages("/aws/lambda/ready"), line => line.StartsWith("INIT_START", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1", 0, "it must be a number from 1 on")]
    [InlineData("$LATEST", 1, "it must be of a published version, not of $LATEST")]
    public async Task Number_OrVersion_ThatIsNotValid_IsRefusedByName(string version, int environments, string why)
    {
        await using var lambda = new RunningLambda();

        var refusal = Assert.Throws<StartupException>(() => Provision(lambda, environments, version: version));

        Assert.EndsWith(
            $"property 'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions' is not valid: {why}",
            refusal.Message,
            StringComparison.Ordinal);
    }

    private static void Provision(RunningLambda lambda, int environments, string more = "", string version = "1")
    {
        lambda.Function("ready", $"\"MemorySize\": 128{more}");
        lambda.Provision("AWS::Lambda::Version", "One", """{ "FunctionName": "ready" }""");
        lambda.Provision("AWS::Lambda::Alias", "Live", $$"""
            {
              "FunctionName": "ready", "FunctionVersion": "{{version}}", "Name": "live",
              "ProvisionedConcurrencyConfig": { "ProvisionedConcurrentExecutions": {{environments}} }
            }
            """);
    }

    private static Task UntilAsync(RunningLambda lambda, int environments) => Eventually.TrueAsync(() =>
        ((IFunctionsView)lambda.Service).Environments.Count(one => one.State is EnvironmentState.Warm or EnvironmentState.Frozen)
            == environments);
}
