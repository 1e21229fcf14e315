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
        await using var endpoint = await Endpoint.StartAsync();
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
        await using var endpoint = await Endpoint.StartAsync();
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
        await using var endpoint = await Endpoint.StartAsync(async context =>
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
        await using var endpoint = await Endpoint.StartAsync(async context =>
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

    private sealed class Endpoint : IAsyncDisposable
    {
        private TestServer? _server;

        public string Address => _server!.Address.AbsoluteUri;

        public string Asked { get; private set; } = "";

        public IHeaderDictionary Headers { get; private set; } = new HeaderDictionary();

        public static async Task<Endpoint> StartAsync(RequestDelegate? handle = null)
        {
            var endpoint = new Endpoint();
            endpoint._server = await TestServer.StartAsync(handle ?? endpoint.HandleAsync);
            return endpoint;
        }

        public ValueTask DisposeAsync() => _server!.DisposeAsync();

        private async Task HandleAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            var target = Lexicon.Local.Hosting.RawTarget.From(context);
            var query = target.Query.Length > 0 ? $"?{target.Query}" : "";
            Asked = $"{context.Request.Method} {target.Path}{query} {await reader.ReadToEndAsync()}";
            Headers = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value));
            context.Response.StatusCode = 201;
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = 4;
            context.Response.Headers.Server = "theirs";
            context.Response.Headers["x-custom"] = "kept";
            await context.Response.WriteAsync("made");
        }
    }
}
