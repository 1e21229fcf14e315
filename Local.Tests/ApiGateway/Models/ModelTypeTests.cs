using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.ApiGateway.Models;

public sealed class ModelTypeTests
{
    [Theory]
    [InlineData(
        "{ \"pattern\": \"(\" }",
        "property 'Schema' is not valid: $: the keyword 'pattern' has '(', which is not a regular expression that can be read: ")]
    [InlineData("{ \"type\": 7 }", "property 'Schema' is not valid: $: the keyword 'type' is not a string")]
    [InlineData("{", "property 'Schema' is not valid: ")]
    [InlineData("[]", "property 'Schema' is not valid: it must be a JSON object")]
    public async Task ModelThatCannotBeRead_IsRefusedWhereItIsDeclared(string schema, string message)
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();

        var refusal = Assert.Throws<StartupException>(() => Declare(gateway, "Bad", schema));

        Assert.StartsWith($"Test-Api/Bad (AWS::ApiGateway::Model): {message}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReferenceToAModelThatNeverComes_IsRefusedAtStart()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        Declare(gateway, "First", """{ "$ref": "https://apigateway.amazonaws.com/restapis/abc/models/Second" }""");

        var refusal = await Assert.ThrowsAsync<StartupException>(gateway.StartAsync);

        Assert.Equal(
            "Test-Api/First (AWS::ApiGateway::Model): property 'Schema' is not valid: $: the reference "
            + "'https://apigateway.amazonaws.com/restapis/abc/models/Second' leads to no schema of the API's models",
            refusal.Message);
    }

    [Fact]
    public async Task ReferenceToAModelThatComesLater_IsFollowed()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        Declare(gateway, "First", """{ "$ref": "https://apigateway.amazonaws.com/restapis/abc/models/Second" }""");
        Declare(gateway, "Second", """{ "type": "object" }""");

        await gateway.StartAsync();
    }

    private static void Declare(RunningApiGateway gateway, string name, string schema) =>
        gateway.Provision("AWS::ApiGateway::Model", name, new { RestApiId = gateway.ApiId, Name = name, Schema = schema });
}
