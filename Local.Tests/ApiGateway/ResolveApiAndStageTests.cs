using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class ResolveApiAndStageTests
{
    private const string Forbidden = """{"message":"Forbidden"}""";

    [Theory]
    [InlineData("/")]
    [InlineData("/prod/items")]
    [InlineData("/DEV/items")]
    [InlineData("//dev/items")]
    public async Task UnknownStage_IsForbidden(string path)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();

        await FailureAsync(await gateway.Client.GetAsync(new Uri(gateway.Address + path[1..])), 403, "ForbiddenException", Forbidden);
    }

    [Fact]
    public async Task UnknownApi_IsForbidden()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();

        await FailureAsync(await SendAsync(gateway, "0123456789.execute-api.localhost"), 403, "ForbiddenException", Forbidden);
    }

    [Fact]
    public async Task DisabledEndpoint_IsForbidden()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync(api: new { DisableExecuteApiEndpoint = true });

        await FailureAsync(await gateway.Client.GetAsync("/dev/items"), 403, "ForbiddenException", Forbidden);
    }

    [Theory]
    [InlineData("{0}.execute-api.us-east-1.amazonaws.com")]
    [InlineData("{0}.execute-api.localhost:9201")]
    [InlineData("localhost:9201")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:9201")]
    public async Task OnlyApi_AnswersToItsNameAndToThoseOfThisMachine(string host)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();

        var response = await SendAsync(gateway, string.Format(null, host, gateway.ApiId));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("anything.example.com")]
    [InlineData("{0}.execute-api.example.com")]
    [InlineData("localhost.example.com:9201")]
    public async Task OnlyApi_AskedByAForeignName_IsForbidden(string host)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();

        await FailureAsync(
            await SendAsync(gateway, string.Format(null, host, gateway.ApiId)), 403, "ForbiddenException", Forbidden);
    }

    [Fact]
    public async Task SeveralApis_AreToldApartByTheHost_AndNamedWhereItNamesNone()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api(logicalId: "First");
        gateway.Method("GET", "/items");
        gateway.Stage();
        var first = gateway.ApiId;
        gateway.Api(logicalId: "Second");
        gateway.Method("GET", "/items");
        gateway.Stage();
        var second = gateway.ApiId;
        await gateway.StartAsync();

        foreach (var id in (string[])[first, second])
        {
            await SendAsync(gateway, $"{id}.execute-api.localhost");
            Assert.Equal(id, (string?)gateway.Functions.Event["requestContext"]!["apiId"]);
        }

        var response = await SendAsync(gateway, "localhost");
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal(
            $$$"""{"message":"There is more than one REST API here: {{{first}}} (First), {{{second}}} (Second). Name one of them in the """
                + $$$"""host: http://{apiId}.execute-api.localhost:{port}/{stage}/"}""",
            await response.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(RunningApiGateway gateway, string host) =>
        gateway.Client.SendAsync(new(HttpMethod.Get, "/dev/items") { Headers = { Host = host } });
}
