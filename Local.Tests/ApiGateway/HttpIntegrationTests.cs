using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html.</summary>
public sealed class HttpIntegrationTests
{
    [Fact]
    public async Task Proxy_PassesTheRequestAndTheResponse()
    {
        await using var endpoint = await RunningEndpoint.StartAsync();
        await using var gateway = await StartAsync(
            "HTTP_PROXY", $"{endpoint.Address}base/{{proxy}}", new() { ["integration.request.path.proxy"] = "method.request.path.proxy" });

        var response = await gateway.Client.PostAsync("/dev/a%20b/c?x=1&x=2&y=%26", new StringContent("body", Encoding.UTF8, "text/plain"));

        Assert.Equal("POST /base/a%20b/c?x=1&x=2&y=%26 body", endpoint.Asked);
        Assert.Equal("text/plain; charset=utf-8", endpoint.Headers.ContentType);
        Assert.Equal(gateway.ApiId, endpoint.Headers["x-amzn-apigateway-api-id"]);
        Assert.Equal("127.0.0.1", endpoint.Headers["X-Forwarded-For"]);
        Assert.Equal(new Uri(endpoint.Address).Authority, endpoint.Headers.Host);
        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal("made", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/html", Header(response, "Content-Type"));
        Assert.Equal("4", Header(response, "x-amzn-Remapped-Content-Length"));
        Assert.Equal("theirs", Header(response, "x-amzn-Remapped-Server"));
        Assert.Equal("kept", Header(response, "x-custom"));
        Ids(response);
    }

    [Fact]
    public async Task NoProxy_SendsWhatIsMapped_AndApiGatewaysOwnHeaders()
    {
        await using var endpoint = await RunningEndpoint.StartAsync();
        await using var gateway = await StartAsync("HTTP", $"{endpoint.Address}fixed", new()
        {
            ["integration.request.querystring.q"] = "method.request.multivaluequerystring.x",
            ["integration.request.header.x-from-body"] = "method.request.body.a",
        });

        var response = await gateway.Client.PostAsync(
            "/dev/p?x=1&x=2&y=3", new StringContent("""{"a":"b"}""", Encoding.UTF8, "application/json"));

        Assert.Equal("""POST /fixed?q=1&q=2 {"a":"b"}""", endpoint.Asked);
        Assert.Equal($"AmazonAPIGateway_{gateway.ApiId}", endpoint.Headers.UserAgent);
        Assert.Equal("application/json", endpoint.Headers.Accept);
        Assert.Equal("b", endpoint.Headers["x-from-body"]);
        Assert.False(endpoint.Headers.ContainsKey("X-Forwarded-For"));
        Assert.Equal((203, "made"), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("kept", Header(response, "x-mapped"));
        Assert.Null(Header(response, "x-custom"));
    }

    [Theory]
    [InlineData("HTTP", "Content-Length", 500)]
    [InlineData("HTTP", "transfer-encoding", 500)]
    [InlineData("HTTP_PROXY", "Content-Length", 500)]
    [InlineData("HTTP", "TE", 203)]
    [InlineData("HTTP", "Expect", 203)]
    [InlineData("HTTP_PROXY", "Via", 201)]
    public async Task HeaderOfTheConnection_CannotBeMapped_OrIsLeftOut(string type, string header, int status)
    {
        await using var endpoint = await RunningEndpoint.StartAsync();
        await using var gateway = await StartAsync(type, endpoint.Address, new() { [$"integration.request.header.{header}"] = "'x'" });

        var response = await gateway.Client.PostAsync("/dev/p", null);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEqual("x", endpoint.Headers[header].ToString());
    }

    [Theory]
    [InlineData("""{"a": "b"}""", 203, "b")]
    [InlineData("""{"a": """, 400, null)]
    [InlineData("'text", 400, null)]
    [InlineData("text", 203, "")]
    public async Task BodyThatBeginsLikeJson_MustBeJson_WhereAParameterComesFromIt(string body, int status, string? header)
    {
        await using var endpoint = await RunningEndpoint.StartAsync();
        await using var gateway = await StartAsync(
            "HTTP", endpoint.Address, new() { ["integration.request.header.x-from-body"] = "method.request.body.a" });

        var response = await gateway.Client.PostAsync("/dev/p", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)response.StatusCode);
        if (header is null)
        {
            await FailureAsync(response, 400, "BadRequestException", """{"message": "Invalid JSON in request body"}""");
        }
        else
        {
            Assert.Equal(header, endpoint.Headers["x-from-body"].ToString());
        }
    }

    [Fact]
    public async Task TraceOfAProxysEndpoint_Passes()
    {
        await using var endpoint = await RunningEndpoint.StartAsync(context =>
        {
            context.Response.Headers["X-Amzn-Trace-Id"] = "Root=theirs";
            return Task.CompletedTask;
        });
        await using var gateway = await StartAsync("HTTP_PROXY", endpoint.Address);

        Assert.Equal("Root=theirs", Header(await gateway.Client.PostAsync("/dev/p", null), "X-Amzn-Trace-Id"));
    }

    [Fact]
    public async Task TraceOfTheRequest_IsInTheResponse_OfMappedEndpointsAlone()
    {
        await using var endpoint = await RunningEndpoint.StartAsync();
        await using var mapped = await StartAsync("HTTP", endpoint.Address);
        await using var proxy = await StartAsync("HTTP_PROXY", endpoint.Address);

        Assert.StartsWith("Root=1-", Header(await mapped.Client.PostAsync("/dev/p", null), "X-Amzn-Trace-Id"), StringComparison.Ordinal);
        Assert.Null(Header(await proxy.Client.PostAsync("/dev/p", null), "X-Amzn-Trace-Id"));
    }

    // The second table of https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html.
    [Theory]
    [InlineData("image/png", "image/png", null, "raw")]
    [InlineData("image/png", "image/png, text/html", null, "raw")]
    [InlineData("image/png", "text/html", null, "cmF3")]
    [InlineData("image/png", null, null, "cmF3")]
    [InlineData("image/png", "image/png", "CONVERT_TO_TEXT", "cmF3")]
    [InlineData("image/png", "text/html", "CONVERT_TO_BINARY", "raw")]
    [InlineData("text/plain", "text/html", null, "cmF3")]
    [InlineData("text/plain", "image/png", null, "raw")]
    [InlineData("text/plain", "text/html", "CONVERT_TO_BINARY", "raw")]
    public async Task Body_IsConverted_AsBackendClientAndContentHandlingHaveIt(
        string contentType, string? accept, string? handling, string expected)
    {
        await using var endpoint = await RunningEndpoint.StartAsync(async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(contentType == "image/png" ? "raw" : "cmF3");
        });
        await using var gateway = new RunningApiGateway();
        gateway.Api(new { BinaryMediaTypes = new[] { "image/png" } });
        gateway.Integration("GET", "/", new
        {
            Type = "HTTP",
            IntegrationHttpMethod = "GET",
            Uri = endpoint.Address,
            IntegrationResponses = new[] { new { StatusCode = "200", ContentHandling = handling } },
        });
        gateway.Stage();
        await gateway.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        var response = await gateway.Client.SendAsync(request);

        Assert.Equal((200, expected), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("HTTP")]
    [InlineData("HTTP_PROXY")]
    public async Task EndpointThatDoesNotListen_IsANetworkError(string type)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var gateway = await StartAsync(type, $"http://127.0.0.1:{port}/");

        await FailureAsync(
            await gateway.Client.PostAsync("/dev/p", null),
            504,
            "InternalServerErrorException",
            """{"message": "Network error communicating with endpoint"}""");
    }

    [Fact]
    public async Task EndpointThatIsTooSlow_IsATimeout()
    {
        RunningApiGateway? gateway = null;
        await using var endpoint = await RunningEndpoint.StartAsync(async context =>
        {
            gateway!.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await using var started = gateway = await StartAsync("HTTP", endpoint.Address);

        await FailureAsync(
            await gateway.Client.PostAsync("/dev/p", null),
            504,
            "InternalServerErrorException",
            """{"message": "Endpoint request timed out"}""");
    }

    private static async Task<RunningApiGateway> StartAsync(string type, string uri, Dictionary<string, string>? parameters = null)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Integration("ANY", "/{proxy+}", new
        {
            Type = type,
            IntegrationHttpMethod = "ANY",
            Uri = uri,
            RequestParameters = parameters ?? [],
            IntegrationResponses = new object[]
            {
                new
                {
                    StatusCode = "203",
                    SelectionPattern = "20[0-9]",
                    ResponseParameters = new Dictionary<string, string> { [
                        "method.response.header.x-mapped"] = "integration.response.header.x-custom" },
                },
            },
        });
        gateway.Stage();
        await gateway.StartAsync();
        return gateway;
    }
}
