using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_ApiGatewayV2.html</summary>
public sealed class ResourceTests
{
    [Theory]
    [InlineData("$request.body.action", """{"action":"a"}""", "a")]
    [InlineData("${request.body.action}", """{"action":"a"}""", "a")]
    [InlineData("\\$request.body.action", """{"action":"a"}""", "a")]
    [InlineData("$request.body.deep.name", """{"deep":{"name":"a"}}""", "a")]
    [InlineData("${request.body.service}/${request.body.action}", """{"service":"s","action":"a"}""", "s/a")]
    [InlineData("$request.body.action", """{"action":7}""", "7")]
    [InlineData("$request.body.action", "nothing", "$default")]
    public void RouteSelection_ReadsMembersOfTheBody(string expression, string message, string key) =>
        Assert.Equal(key, RouteSelection.Parse(expression)!.KeyOf(System.Text.Encoding.UTF8.GetBytes(message)));

    [Theory]
    [InlineData("$request.header.action")]
    [InlineData("$context.routeKey")]
    [InlineData("action")]
    public void RouteSelection_OfAnythingElse_IsRefused(string expression) => Assert.Null(RouteSelection.Parse(expression));

    [Fact]
    public void HttpApi_IsRefusedByName()
    {
        var refusal = Refused("AWS::ApiGatewayV2::Api", new { Name = "A", ProtocolType = "HTTP" });

        Assert.Equal(
            "Live/X (AWS::ApiGatewayV2::Api): property 'ProtocolType' is not supported locally: APIs of the protocol HTTP", refusal);
    }

    [Fact]
    public async Task IntegrationOfAnotherType_IsRefusedByName()
    {
        await using var sockets = new RunningSockets().Declare();

        var refusal = Assert.Throws<StartupException>(() => sockets.Provision(
            "AWS::ApiGatewayV2::Integration", "X", new { sockets.ApiId, IntegrationType = "OTHER" }));

        Assert.Equal(
            "Live/X (AWS::ApiGatewayV2::Integration): property 'IntegrationType' is not supported locally: integrations of type OTHER",
            refusal.Message);
    }

    [Fact]
    public async Task AuthorizationOfAnotherRoute_IsNotValid()
    {
        await using var sockets = new RunningSockets().Declare();

        var refusal = Assert.Throws<StartupException>(() => sockets.Route("follow", new { AuthorizationType = "AWS_IAM" }));

        Assert.EndsWith(
            "property 'AuthorizationType' is not valid: only the route $connect can have an authorization", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RouteOfAnIntegrationThatDoesNotExist_IsNotFound()
    {
        await using var sockets = new RunningSockets().Declare();

        var refusal = Assert.Throws<StartupException>(() => sockets.Route("follow", new { Target = "integrations/none" }));

        Assert.EndsWith(
            "property 'Target' refers to the integration 'none' of the WebSocket API, which does not exist", refusal.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("dév")]
    public async Task StageOfNoName_IsNotValid(string name)
    {
        await using var sockets = new RunningSockets().Declare();

        var refusal = Assert.Throws<StartupException>(() => sockets.Stage(new { StageName = name }));

        Assert.EndsWith(
            $"it must be up to 128 letters, digits, hyphens and underscores, not '{name}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameRouteTwice_IsNotValid()
    {
        await using var sockets = new RunningSockets().Declare("follow");

        Assert.Throws<StartupException>(() => sockets.Route("follow"));
    }

    private static string Refused(string type, object properties)
    {
        var sockets = new RunningSockets();
        return Assert.Throws<StartupException>(() => sockets.Provision(type, "X", properties)).Message;
    }
}
