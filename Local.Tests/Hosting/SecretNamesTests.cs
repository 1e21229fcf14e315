using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class SecretNamesTests
{
    [Theory]
    [InlineData("Authorization")]
    [InlineData("Proxy-Authorization")]
    [InlineData("Cookie")]
    [InlineData("Set-Cookie")]
    [InlineData("x-api-key")]
    [InlineData("apiKey")]
    [InlineData("X-Amz-Security-Token")]
    [InlineData("x-amz-signature")]
    [InlineData("SecretAccessKey")]
    [InlineData("SecretHash")]
    [InlineData("client_secret")]
    [InlineData("ProposedPassword")]
    [InlineData("ConfirmationCode")]
    [InlineData("SMS_MFA_CODE")]
    [InlineData("code_verifier")]
    [InlineData("Session")]
    [InlineData("RefreshToken")]
    [InlineData("authorizationToken")]
    [InlineData("ticket")]
    public void Name_OfWhatOnlyItsSenderMayKnow_IsSecret(string name) => Assert.True(SecretNames.Contain(name));

    [Theory]
    [InlineData("Content-Type")]
    [InlineData("statusCode")]
    [InlineData("nextToken")]
    [InlineData("Idempotency-Key")]
    [InlineData("If-Match")]
    [InlineData("isBase64Encoded")]
    [InlineData("cursor")]
    [InlineData("X-Amzn-Trace-Id")]
    [InlineData("Access-Control-Allow-Credentials")]
    public void Name_OfAnythingElse_IsNot(string name) => Assert.False(SecretNames.Contain(name));
}
