using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class ProxyResponseTests
{
    private const string InternalServerError = """{"message": "Internal server error"}""";

    [Fact]
    public async Task Answer_GoesBackWithStatusHeadersAndBody()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Answer(
            """{"statusCode":201,"headers":{"Location":"/items/1","Content-Type":"text/plain; """
                + """charset=utf-8"},"body":"größer","isBase64Encoded":false}""");

        var response = await gateway.Client.GetAsync("/dev/items");

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal("größer", await response.Content.ReadAsStringAsync());
        Assert.Equal("/items/1", Header(response, "Location"));
        Assert.Equal("text/plain; charset=utf-8", Header(response, "Content-Type"));
        Assert.Equal("8", Header(response, "Content-Length"));
        Ids(response);
        Assert.Matches(
            "^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=1:[0-9a-f]{8}:0$", Header(response, "X-Amzn-Trace-Id"));
        Assert.False(response.Headers.Contains("x-amzn-ErrorType"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("""{"statusCode":200}""", 200)]
    [InlineData("""{"statusCode":"201"}""", 201)]
    [InlineData("""{"statusCode":202.0}""", 202)]
    [InlineData("""{"headers":{"a":"b"}}""", 200)]
    [InlineData("{}", 200)]
    [InlineData("""{"statusCode":200,"headers":null,"multiValueHeaders":null,"body":null,"isBase64Encoded":null}""", 200)]
    public async Task Answer_NeedsNoMember(string payload, int status)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Answer(payload);

        var response = await gateway.Client.GetAsync("/dev/items");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json", Header(response, "Content-Type"));
        Assert.Equal("0", Header(response, "Content-Length"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("not json")]
    [InlineData("""{"statusCode":200""")]
    [InlineData("""{"statusCode":200,"wrongValue":"value"}""")]
    [InlineData("""{"StatusCode":200}""")]
    [InlineData("""{"statusCode":"test"}""")]
    [InlineData("""{"statusCode":true}""")]
    [InlineData("""{"statusCode":0}""")]
    [InlineData("""{"statusCode":199}""")]
    [InlineData("""{"statusCode":1000}""")]
    [InlineData("""{"statusCode":200,"body":{"a":1}}""")]
    [InlineData("""{"statusCode":200,"body":[1]}""")]
    [InlineData("""{"statusCode":200,"headers":["a"]}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":["b"]}}""")]
    [InlineData("""{"statusCode":200,"headers":{"a b":"c"}}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":"b\r\nc: d"}}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"a":"b"}}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"a":[{}]}}""")]
    [InlineData("""{"statusCode":200,"isBase64Encoded":"maybe"}""")]
    [InlineData("""{"errorMessage":"boom","errorType":"Exception"}""")]
    public async Task AnswerInAnotherForm_IsABadGateway(string payload)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Answer(payload);

        await FailureAsync(
            await gateway.Client.GetAsync("/dev/items"), 502, "InternalServerErrorException", InternalServerError);
    }

    [Fact]
    public async Task Headers_OfBothKinds_AreMergedIntoOneList()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Answer("""
            {
              "headers": { "test-multi": "solo", "flag": true, "x-age": 7, "same": "x", "absent": null },
              "multiValueHeaders": { "tesT-Multi": ["one", "two"], "same": ["x"], "Set-Cookie": ["a=1", "b=2"] }
            }
            """);

        var answer = await gateway.SendRawAsync("""
            GET /dev/items HTTP/1.1
            Host: localhost
            Connection: close


            """);

        var lines = answer.Split("\r\n");
        Assert.Equal(
            ["tesT-Multi: one", "tesT-Multi: two", "tesT-Multi: solo"],
            lines.Where(line => line.StartsWith("tes", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(["Set-Cookie: a=1", "Set-Cookie: b=2"], lines.Where(line => line.StartsWith("Set-Cookie", StringComparison.Ordinal)));
        Assert.Equal(["same: x"], lines.Where(line => line.StartsWith("same", StringComparison.Ordinal)));
        Assert.Contains("flag: true", lines);
        Assert.Contains("x-age: 7", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("absent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("Content-Length")]
    [InlineData("Content-MD5")]
    [InlineData("Expect")]
    [InlineData("Host")]
    [InlineData("Max-Forwards")]
    [InlineData("Proxy-Authenticate")]
    [InlineData("Server")]
    [InlineData("Trailer")]
    [InlineData("Upgrade")]
    [InlineData("User-Agent")]
    [InlineData("WWW-Authenticate")]
    [InlineData("www-authenticate")]
    [InlineData("date")]
    [InlineData("connection")]
    public async Task HeadersOfTheConnection_AreRemapped(string name)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Answer($$$"""{"headers":{"{{{name}}}":"value"}}""");

        var response = await gateway.Client.GetAsync("/dev/items");

        Assert.Equal("value", Header(response, $"x-amzn-Remapped-{name}"));
        Assert.NotEqual("value", Header(response, name));
    }

    [Fact]
    public async Task TransferEncodingAndIds_AreNotTheFunctionsToSet()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Answer(
            """{"headers":{"Transfer-Encoding":"chunked","x-amzn-requestid":"mine","X-AMZN-TRACE-ID":"mine"},"body":"x"}""");

        var response = await gateway.Client.GetAsync("/dev/items");

        Assert.Null(Header(response, "Transfer-Encoding"));
        Assert.Equal("1", Header(response, "Content-Length"));
        Assert.DoesNotContain("mine", Header(response, "X-Amzn-Trace-Id"), StringComparison.Ordinal);
        Ids(response);
    }

    [Fact]
    public async Task HeaderBeyondAscii_IsSentWithQuestionMarks()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Answer("""{"headers":{"x-word":"größer"}}""");

        Assert.Equal("gr??er", Header(await gateway.Client.GetAsync("/dev/items"), "x-word"));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task AnswerWithoutContent_HasNoBody(int status)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        gateway.Functions.Answer($$"""{"statusCode":{{status}},"body":"left out"}""");

        var response = await gateway.Client.GetAsync("/dev/items");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_HasTheLengthAndNoBody()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync("HEAD");
        gateway.Functions.Answer("""{"statusCode":200,"body":"four"}""");

        var response = await gateway.Client.SendAsync(new(HttpMethod.Head, "/dev/items"));

        Assert.Equal("4", Header(response, "Content-Length"));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }
}
