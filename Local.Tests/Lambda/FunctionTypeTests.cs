using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.Lambda;

public sealed class FunctionTypeTests
{
    [Theory]
    [InlineData(
        "\"Runtime\": \"nodejs22.x\"",
        "'Runtime' is not supported locally: nodejs22.x does not run locally; dotnet8, dotnet10, provided.al2, provided.al2023 do")]
    [InlineData(
        "\"Runtime\": \"dotnet10\", \"Handler\": \"A::B::C\"",
        "'Handler' is not supported locally: 'A::B::C' names a method of a class library; only executable assemblies run locally, whose "
            + "handler is the assembly's name")]
    [InlineData("\"PackageType\": \"Image\"", "'PackageType' is not supported locally: functions run as processes, not as containers")]
    [InlineData("\"Timeout\": 901", "'Timeout' is not supported locally: 901 is not within 1 to 900")]
    [InlineData("\"MemorySize\": 64", "'MemorySize' is not supported locally: 64 is not within 128 to 10240")]
    [InlineData(
        "\"Environment\": { \"Variables\": { \"AWS_REGION\": \"x\" } }",
        "'Environment.Variables.AWS_REGION' is not supported locally: Lambda reserves this key")]
    [InlineData(
        "\"Architectures\": [ \"mips\" ]",
        "'Architectures' is not supported locally: a package for mips cannot run on this machine, which is")]
    [InlineData(
        "\"Role\": \"arn:aws:iam::123456789012:role/other\"",
        "'Role' is not supported locally: The role defined for the function cannot be assumed by Lambda.")]
    [InlineData(
        "\"LoggingConfig\": { \"LogFormat\": \"XML\" }",
        "'LoggingConfig.LogFormat' is not supported locally: 'XML' is neither Text nor JSON")]
    [InlineData(
        "\"Code\": { \"S3Bucket\": null }", "'Code' is not supported locally: only code from an asset (S3Bucket, S3Key) runs locally")]
    [InlineData("\"EphemeralStorage\": { \"Size\": 511 }", "'EphemeralStorage.Size' is not valid: 511 is not within 512 to 10240")]
    [InlineData("\"ReservedConcurrentExecutions\": -1", "'ReservedConcurrentExecutions' is not valid: -1 is less than 0")]
    [InlineData("\"TracingConfig\": { \"Mode\": \"On\" }", "'TracingConfig.Mode' is not valid: 'On' is neither Active nor PassThrough")]
    [InlineData("\"FunctionName\": \"a.b\"", "'FunctionName' is not valid: 'a.b' is not 1 to 64 letters, digits, hyphens and underscores")]
    [InlineData("\"Handler\": \"a b\"", "'Handler' is not valid: 'a b' has blanks, or more than 128 characters")]
    [InlineData("\"Architectures\": [ \"x86_64\", \"arm64\" ]", "'Architectures' is not valid: a function has one")]
    [InlineData(
        "\"Environment\": { \"Variables\": { \"A\": \"x\" } }",
        "'Environment.Variables.A' is not valid: a key is a letter and then letters, digits and underscores, two or more in all")]
    [InlineData(
        "\"LoggingConfig\": { \"LogGroup\": \"my group\" }",
        "'LoggingConfig.LogGroup' is not valid: 'my group' is not the name of a log group")]
    [InlineData(
        "\"LoggingConfig\": { \"LogFormat\": \"JSON\", \"SystemLogLevel\": \"ERROR\" }",
        "'LoggingConfig.SystemLogLevel' is not valid: 'ERROR' is not one of DEBUG, INFO, WARN")]
    [InlineData(
        "\"LoggingConfig\": { \"LogFormat\": \"JSON\", \"ApplicationLogLevel\": \"info\" }",
        "'LoggingConfig.ApplicationLogLevel' is not valid: 'info' is not one of TRACE, DEBUG, INFO, WARN, ERROR, FATAL")]
    public async Task ValuesThatCannotBeHonored_AreRefusedByName(string property, string message)
    {
        await using var lambda = new RunningLambda();
        var properties = System.Text.Json.Nodes.JsonNode.Parse($$"""
            { "Runtime": "provided.al2023", "Handler": "x", "Role": "{{RunningLambda.Role}}",
              "Code": { "S3Bucket": "b", "S3Key": "function.zip" } }
            """)!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse($"{{ {property} }}")!.AsObject())
        {
            properties[name] = value?.DeepClone();
        }

        var refusal = Assert.Throws<StartupException>(() => lambda.Provision("AWS::Lambda::Function", "F", properties.ToJsonString()));

        Assert.StartsWith($"Test/F (AWS::Lambda::Function): property {message}", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4096, null)]
    [InlineData(
        4097,
        "InvalidParameterValueException: Lambda was unable to configure your environment variables because the environment variables you "
            + "have provided exceeded the 4KB limit. String measured: 4097 bytes")]
    public async Task Variables_MayTakeFourKilobytesAsJson(int length, string? refusal)
    {
        await using var lambda = new RunningLambda();
        var value = new string('x', length - """{"AB":""}""".Length);

        var failure = Record.Exception(() => lambda.Function("f", $$""" "Environment": { "Variables": { "AB": "{{value}}" } } """));

        Assert.Equal(
            refusal is null
                ? null
                : $"Test/f (AWS::Lambda::Function): property 'Environment.Variables' is not supported locally: {refusal}",
            failure?.Message);
    }

    [Fact]
    public async Task Names_ComeFromStackAndLogicalIdWhereNoneIsGiven()
    {
        await using var lambda = new RunningLambda();

        var provisioned = lambda.Provision("AWS::Lambda::Function", "ListGlossaries", $$"""
            { "Runtime": "dotnet10", "Handler": "Lexicon.Functions", "Role": "{{RunningLambda.Role}}",
              "Code": { "S3Bucket": "b", "S3Key": "function.zip" } }
            """);

        Assert.Matches("^Test-ListGlossaries-[A-Z0-9]{12}$", provisioned.Ref);
        Assert.Equal($"arn:aws:lambda:us-east-1:123456789012:function:{provisioned.Ref}", provisioned.Attributes["Arn"]);
    }

    [Fact]
    public async Task TwoFunctionsOfOneName_AreRefused()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        Assert.Contains(
            "another function is named echo",
            Assert.Throws<StartupException>(() => lambda.Function("echo")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alias_OfAVersionThatIsNot_IsRefused()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var refusal = Assert.Throws<StartupException>(
            () => lambda.Provision("AWS::Lambda::Alias", "Live", """{ "FunctionName": "echo", "FunctionVersion": "7", "Name": "live" }"""));

        Assert.Contains("echo has no version 7", refusal.Message, StringComparison.Ordinal);
    }
}
