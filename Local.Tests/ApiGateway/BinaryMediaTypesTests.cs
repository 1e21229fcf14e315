using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class BinaryMediaTypesTests
{
    [Theory]
    [InlineData("image/png", "image/png", true)]
    [InlineData("image/png", "image/png; q=1", true)]
    [InlineData("image/png", "IMAGE/PNG", true)]
    [InlineData("image/*", "image/png", true)]
    [InlineData("*/*", "text/plain", true)]
    [InlineData("*/*", null, true)]
    [InlineData("image/png", "application/json", false)]
    [InlineData("image/png", null, false)]
    public async Task RequestBody_IsBase64_WhereItsTypeIsBinary(string binary, string? contentType, bool encoded)
    {
        await using var gateway = await StartAsync(binary);
        using var content = new ByteArrayContent("hello"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        await gateway.Client.PostAsync("/dev/items", content);

        Assert.Equal(encoded, (bool?)gateway.Functions.Event["isBase64Encoded"]);
        Assert.Equal(encoded ? "aGVsbG8=" : "hello", (string?)gateway.Functions.Event["body"]);
    }

    [Fact]
    public async Task EmptyRequestBody_IsNull()
    {
        await using var gateway = await StartAsync("*/*");

        await gateway.Client.PostAsync("/dev/items", null);

        Assert.True(gateway.Functions.Event.ContainsKey("body"));
        Assert.Null(gateway.Functions.Event["body"]);
        Assert.False((bool?)gateway.Functions.Event["isBase64Encoded"]);
    }

    [Theory]
    [InlineData("image/png", "image/png", "hello")]
    [InlineData("image/png", "image/png, text/html", "hello")]
    [InlineData("*/*", "text/html", "hello")]
    [InlineData("image/png", null, "hello")]
    [InlineData("image/png", "text/html, image/png", "aGVsbG8=")]
    [InlineData("image/png", "*/*", "aGVsbG8=")]
    [InlineData(null, "image/png", "aGVsbG8=")]
    public async Task AnswerInBase64_IsDecoded_WhereTheFirstAcceptedTypeIsBinary(string? binary, string? accept, string body)
    {
        await using var gateway = await StartAsync(binary);
        gateway.Functions.Answer("""{"headers":{"Content-Type":"image/png"},"body":"aGVsbG8=","isBase64Encoded":true}""");

        Assert.Equal(body, await (await PostAsync(gateway, accept)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnswerThatIsNotBase64_IsAConfigurationError()
    {
        await using var gateway = await StartAsync("*/*");
        gateway.Functions.Answer("""{"body":"not base64!","isBase64Encoded":true}""");

        await FailureAsync(
            await PostAsync(gateway, null), 500, "InternalServerErrorException", """{"message": "Internal server error"}""");
    }

    private static async Task<RunningApiGateway> StartAsync(string? binary) =>
        await RunningApiGateway.WithMethodAsync("POST", api: new { BinaryMediaTypes = binary is null ? [] : new[] { binary } });

    private static Task<HttpResponseMessage> PostAsync(RunningApiGateway gateway, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/dev/items");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return gateway.Client.SendAsync(request);
    }
}
