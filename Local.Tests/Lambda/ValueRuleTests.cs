using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Values of what belongs to a function that AWS refuses.</summary>
public sealed class ValueRuleTests
{
    [Theory]
    [InlineData("\"Name\": \"12\"", "'Name' is not valid")]
    [InlineData("\"Name\": \"a.b\"", "'Name' is not valid")]
    [InlineData("\"RoutingConfig\": { \"AdditionalVersionWeights\": [{ \"FunctionVersion\": \"1\", \"FunctionWeight\": 1.5 }] }",
        "'RoutingConfig.AdditionalVersionWeights' is not valid: 1.5 is not within 0 to 1")]
    [InlineData("\"RoutingConfig\": { \"AdditionalVersionWeights\": [{ \"FunctionVersion\": \"$LATEST\", \"FunctionWeight\": 0.5 }] }",
        "'RoutingConfig.AdditionalVersionWeights' is not valid: both versions of an alias must be published, which $LATEST is not")]
    public Task Alias_HasANameAndWeightsOfPublishedVersions(string more, string message) => RefusesAsync(
        "AWS::Lambda::Alias", """ "FunctionName": "echo", "FunctionVersion": "1", "Name": "live" """, more, message);

    [Theory]
    [InlineData("\"MaximumRetryAttempts\": 3", "'MaximumRetryAttempts' is not valid: 3 is not within 0 to 2")]
    [InlineData("\"MaximumEventAgeInSeconds\": 59", "'MaximumEventAgeInSeconds' is not valid: 59 is not within 60 to 21600")]
    [InlineData("\"Qualifier\": \"none\"", "'Qualifier' refers to the version or alias 'none' of echo, which does not exist")]
    public Task EventInvokeConfig_IsWithinLambdasLimits_AndOfWhatIsThere(string more, string message) => RefusesAsync(
        "AWS::Lambda::EventInvokeConfig", """ "FunctionName": "echo", "Qualifier": "$LATEST" """, more, message);

    [Theory]
    [InlineData("\"Action\": \"invoke\"", "'Action' is not valid")]
    [InlineData("\"SourceAccount\": \"123\"", "'SourceAccount' is not valid")]
    [InlineData("\"SourceArn\": \"bucket\"", "'SourceArn' is not valid")]
    public Task Permission_FollowsThePatternsOfAddPermission(string more, string message) => RefusesAsync(
        "AWS::Lambda::Permission",
        """ "FunctionName": "echo", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com" """,
        more,
        message);

    [Fact]
    public async Task TwoAliasesOfOneName_AreRefused()
    {
        const string Alias = """{ "FunctionName": "echo", "FunctionVersion": "$LATEST", "Name": "live" }""";
        await using var lambda = new RunningLambda();
        lambda.Function("echo");
        lambda.Provision("AWS::Lambda::Alias", "One", Alias);

        Assert.EndsWith(
            "another alias of echo is named live",
            Assert.Throws<StartupException>(() => lambda.Provision("AWS::Lambda::Alias", "Two", Alias)).Message,
            StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(string type, string properties, string more, string message)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");
        lambda.Provision("AWS::Lambda::Version", "Version", """{ "FunctionName": "echo" }""");
        lambda.Provision(type, "Valid", $"{{ {properties} }}").Check?.Invoke();
        var changed = JsonNode.Parse($"{{ {properties} }}")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{ {more} }}")!.AsObject())
        {
            changed[name] = value?.DeepClone();
        }

        var refusal = Assert.Throws<StartupException>(() => lambda.Provision(type, "Wrong", changed.ToJsonString()).Check?.Invoke());

        Assert.StartsWith($"Test/Wrong ({type}): property {message}", refusal.Message, StringComparison.Ordinal);
    }
}
