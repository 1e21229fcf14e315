using System.Text.Json.Nodes;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html.</summary>
public sealed class AliasTests
{
    [Fact]
    public async Task Invoke_OfAnAlias_RunsItsVersionAndTellsTheFunctionBoth()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");
        lambda.Provision("AWS::Lambda::Version", "One", """{ "FunctionName": "echo" }""");
        var alias = Alias(lambda, "1").Ref;

        var environment = await lambda.AskAsync(alias, """{"do":"env"}""");
        var headers = await lambda.AskAsync(alias, """{"do":"headers"}""");

        Assert.Equal("arn:aws:lambda:us-east-1:123456789012:function:echo:live", alias);
        Assert.Equal("1", (string?)environment["AWS_LAMBDA_FUNCTION_VERSION"]);
        Assert.Contains("/[1]", (string?)environment["AWS_LAMBDA_LOG_STREAM_NAME"], StringComparison.Ordinal);
        Assert.Equal(alias, (string?)headers["lambda-runtime-invoked-function-arn"]);
    }

    [Fact]
    public async Task Invoke_OfAVersion_RunsInEnvironmentsOfItsOwn()
    {
        await using var lambda = new RunningLambda();
        var latest = lambda.Function("echo");
        var version = lambda.Provision("AWS::Lambda::Version", "One", """{ "FunctionName": "echo" }""").Ref;

        var one = await lambda.AskAsync(version);
        var other = await lambda.AskAsync(latest);

        Assert.Equal($"{latest}:1", version);
        Assert.NotEqual((int)one["instance"]!, (int)other["instance"]!);
    }

    [Theory]
    [InlineData(0.0, "2")]
    [InlineData(0.0999, "2")]
    [InlineData(0.1, "3")]
    [InlineData(0.2999, "3")]
    [InlineData(0.31, "1")]
    [InlineData(0.9999, "1")]
    public void Pick_FollowsTheWeights(double draw, string version) =>
        Assert.Equal(version, new FunctionAlias("1", [("2", 0.1), ("3", 0.2)]).Pick(draw));

    [Fact]
    public async Task Invoke_OfAnAliasWhoseWholeWeightIsElsewhere_RunsThere()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");
        lambda.Provision("AWS::Lambda::Version", "One", """{ "FunctionName": "echo" }""");
        lambda.Provision("AWS::Lambda::Version", "Two", """{ "FunctionName": "echo" }""");
        var alias = Alias(lambda, "1", new JsonObject
        {
            ["AdditionalVersionWeights"] = new JsonArray(new JsonObject { ["FunctionVersion"] = "2", ["FunctionWeight"] = 1.0 }),
        });

        var result = await lambda.InvokeAsync(alias.Ref);

        Assert.Equal("2", result.ExecutedVersion);
    }

    [Fact]
    public async Task Invoke_OfAnAliasThatIsNot_IsResourceNotFound()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");

        var error = await Assert.ThrowsAsync<LambdaServiceException>(() => lambda.InvokeAsync($"{arn}:live"));

        Assert.Equal(("ResourceNotFoundException", $"Function not found: {arn}:live"), (error.ErrorType, error.Message));
    }

    private static Local.CloudFormation.ProvisionedResource Alias(RunningLambda lambda, string version, JsonNode? routing = null)
    {
        var properties = new JsonObject { ["FunctionName"] = "echo", ["FunctionVersion"] = version, ["Name"] = "live" };
        if (routing is not null)
        {
            properties["RoutingConfig"] = routing;
        }

        return lambda.Provision("AWS::Lambda::Alias", "Live", properties.ToJsonString());
    }
}
