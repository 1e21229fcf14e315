using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Cognito;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.Hosting;

namespace Lexicon.Local.Tests.Cognito;

public sealed class ResourceTypeTests : IAsyncDisposable
{
    private static readonly Uri Site = new("http://localhost:9200");

    private readonly CognitoService _service = new(
        Properties.Settings("/d", "/n"),
        new Endpoints(Site, new("http://localhost:9201"), new("http://localhost:9202"), new("http://localhost:9203")),
        new TestProcesses(), new AllowNobody(), TimeProvider.System);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public void UserPool_AnswersTheIssuerOfTheAwsEndpoint()
    {
        var pool = Provision("AWS::Cognito::UserPool", Properties.Pool());

        Assert.Matches("^us-east-1_[a-z0-9]{9}$", pool.Ref);
        Assert.Equal($"arn:aws:cognito-idp:us-east-1:123456789012:userpool/{pool.Ref}", pool.Attributes["Arn"]);
        Assert.Equal($"http://localhost:9202/{pool.Ref}", pool.Attributes["ProviderURL"]);
        Assert.Equal($"localhost:9202/{pool.Ref}", pool.Attributes["ProviderName"]);
    }

    [Fact]
    public void UserPoolClient_HasAnIdOfItsOwn()
    {
        var pool = Provision("AWS::Cognito::UserPool", Properties.Pool());

        Assert.Matches("^[a-z0-9]{26}$", Provision("AWS::Cognito::UserPoolClient", Properties.Client(pool.Ref, Site)).Ref);
    }

    [Theory]
    [InlineData("GenerateSecret", "true")]
    [InlineData("AllowedOAuthFlows", """["code", "implicit"]""")]
    [InlineData("SupportedIdentityProviders", """["COGNITO", "Google"]""")]
    [InlineData("UserPoolId", "\"us-east-1_another\"")]
    public void UserPoolClient_WithWhatIsNotHonored_IsRefusedByName(string property, string value)
    {
        var pool = Provision("AWS::Cognito::UserPool", Properties.Pool());
        var client = Properties.Client(pool.Ref, Site);
        client[property] = JsonNode.Parse(value);

        var refusal = Assert.Throws<StartupException>(() => Provision("AWS::Cognito::UserPoolClient", client));

        Assert.StartsWith($"Stack/Thing (AWS::Cognito::UserPoolClient): property '{property}'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MfaConfiguration", "\"ON\"")]
    [InlineData("UsernameAttributes", """["phone_number"]""")]
    public void UserPool_WithWhatIsNotHonored_IsRefusedByName(string property, string value)
    {
        var properties = Properties.Pool();
        properties[property] = JsonNode.Parse(value);

        var refusal = Assert.Throws<StartupException>(() => Provision("AWS::Cognito::UserPool", properties));

        Assert.Contains($"property '{property}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutThePackage_IsRefusedInOneLine()
    {
        Provision("AWS::Cognito::UserPool", Properties.Pool());
        var data = Directory.CreateTempSubdirectory("lexicon-cognito-");
        await using var other = new CognitoService(
            Properties.Settings(data.FullName, "/nowhere"),
            new Endpoints(Site, Site, Site, Site), new TestProcesses(), new AllowNobody(), TimeProvider.System);
        other.ResourceTypes.Provision("AWS::Cognito::UserPool", "Thing", Properties.Pool(), "Stack");

        var refusal = await Assert.ThrowsAsync<StartupException>(() => other.StartAsync(CancellationToken.None));

        Assert.Equal("The npm package cognito-local is not installed in /nowhere: run npm ci.", refusal.Message);
        data.Delete(recursive: true);
    }

    private ProvisionedResource Provision(string type, JsonObject properties) =>
        _service.ResourceTypes.Provision(type, "Thing", properties, "Stack");
}
