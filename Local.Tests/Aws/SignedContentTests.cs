namespace Lexicon.Local.Tests.Aws;

public sealed class SignedContentTests(EndpointFixture fixture) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task ChangedBody_IsRefused()
    {
        var request = fixture.Json("dynamodb").Sign();
        request.Content = new StringContent("another");

        Assert.Contains("InvalidSignatureException", (await EndpointFixture.AnswerAsync(request)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedBody_ToS3_IsFoundAtItsEnd()
    {
        var request = fixture.Request("s3").Sign();
        request.Content = new StringContent("another");

        var answer = await EndpointFixture.AnswerAsync(request);

        Assert.Equal(400, answer.Status);
        Assert.Contains("<Code>XAmzContentSHA256Mismatch</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnsignedPayload_ToS3_IsAccepted() =>
        Assert.Equal(
            200, (await EndpointFixture.AnswerAsync((fixture.Request("s3") with { PayloadHash = "UNSIGNED-PAYLOAD" }).Sign())).Status);

    [Fact]
    public async Task UnsignedHeader_ToS3_IsRefused()
    {
        var answer = await EndpointFixture.AnswerAsync(
            (fixture.Request("s3") with { Unsigned = new() { ["x-amz-acl"] = "public-read" } }).Sign());

        Assert.Contains("<HeadersNotSigned>x-amz-acl</HeadersNotSigned>", answer.Body, StringComparison.Ordinal);
    }
}
