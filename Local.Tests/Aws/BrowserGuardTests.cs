namespace Lexicon.Local.Tests.Aws;

public sealed class BrowserGuardTests(EndpointFixture fixture) : IClassFixture<EndpointFixture>
{
    [Theory]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Origin", "http://localhost:9200", 200)]
    [InlineData("Sec-Fetch-Site", "same-site", 200)]
    public async Task WebPageOfAnotherSite_CannotUseThePublicCredentials(string header, string value, int status) =>
        Assert.Equal(
            status,
            (await EndpointFixture.AnswerAsync((fixture.Request("s3") with { Unsigned = new() { [header] = value } }).Sign())).Status);

    [Theory]
    [InlineData("evil.example", 403)]
    [InlineData("bucket.localhost", 403)]
    [InlineData("127.0.0.2", 403)]
    public async Task NameThatIsNotSigned_IsRefused(string host, int status)
    {
        var request = fixture.Request("s3").Sign();
        request.Headers.Host = host;

        Assert.Equal(status, (await EndpointFixture.AnswerAsync(request)).Status);
    }

    [Fact]
    public async Task ForeignName_IsRefusedEvenUnsigned()
    {
        var request = fixture.Request("lambda").Plain("/lambda");
        request.Headers.Host = "evil.example";

        var answer = await EndpointFixture.AnswerAsync(request);

        Assert.Equal((403, """{"message":"This endpoint answers to names of this machine only, not to 'evil.example'."}"""), answer);
    }
}
