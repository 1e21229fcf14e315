using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class RouteRequestTests
{
    private const string MissingToken = """{"message":"Missing Authentication Token"}""";

    [Theory]
    [InlineData("GET", "/dev/nothing")]
    [InlineData("GET", "/dev")]
    [InlineData("GET", "/dev/")]
    [InlineData("GET", "/dev/items/1")]
    [InlineData("POST", "/dev/items")]
    [InlineData("OPTIONS", "/dev/items")]
    public async Task UnknownPathOrMethod_MissesItsAuthenticationToken(string method, string path)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();

        var response = await gateway.Client.SendAsync(new(new HttpMethod(method), path));

        await FailureAsync(response, 403, "MissingAuthenticationTokenException", MissingToken);
        Assert.Empty(gateway.Functions.Events);
    }

    [Fact]
    public async Task UnknownPath_WithABearerToken_IsToldThatThisIsNoSignature()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/nothing");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer abc");

        var response = await gateway.Client.SendAsync(request);

        await FailureAsync(response, 403, "IncompleteSignatureException",
            """{"message":"Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with """
                + """Base64): 'w1Xc6WwWEogNEZQP/dkBTThsJT4MNlKmzQanIm970rY='."}""");
    }

    [Fact]
    public async Task UnknownPath_WithAWordAsAuthorization_IsToldWhatASignatureNeeds()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/nothing");
        request.Headers.TryAddWithoutValidation("Authorization", "allow");

        var response = await gateway.Client.SendAsync(request);

        Assert.StartsWith(
            """{"message":"Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. """,
            await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("IncompleteSignatureException", Header(response, "x-amzn-ErrorType"));
    }

    [Fact]
    public async Task Any_TakesEveryMethod_AndAMethodOfItsOwnComesFirst()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("ANY", "/items", new { OperationName = "Any" });
        gateway.Method("PUT", "/items", new { OperationName = "Put" });
        gateway.Stage();
        await gateway.StartAsync();

        foreach (var (method, operation) in ((string, string)[])[("DELETE", "Any"), ("PATCH", "Any"), ("PUT", "Put"), ("HEAD", "Any")])
        {
            await gateway.Client.SendAsync(new(new HttpMethod(method), "/dev/items"));
            Assert.Equal(operation, (string?)gateway.Functions.Event["requestContext"]!["operationName"]);
            Assert.Equal(method, (string?)gateway.Functions.Event["httpMethod"]);
        }
    }

    [Fact]
    public async Task ResourceWithoutTheMethod_HidesNoGreedySibling()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("POST", "/test", new { OperationName = "Post" });
        gateway.Method("OPTIONS", "/{proxy+}", new { OperationName = "Options" });
        gateway.Stage();
        await gateway.StartAsync();

        foreach (var (method, operation, parameters) in ((string, string, string?)[])
            [("OPTIONS", "Options", """{"proxy":"test"}"""), ("POST", "Post", null)])
        {
            Assert.Equal(200, (int)(await gateway.Client.SendAsync(new(new HttpMethod(method), "/dev/test"))).StatusCode);
            Assert.Equal(operation, (string?)gateway.Functions.Event["requestContext"]!["operationName"]);
            Assert.Equal(parameters, gateway.Functions.Event["pathParameters"]?.ToJsonString());
        }

        await FailureAsync(await gateway.Client.GetAsync("/dev/test"), 403, "MissingAuthenticationTokenException", MissingToken);
    }
}
