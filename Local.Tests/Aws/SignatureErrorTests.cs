using System.Text.Json;
using Lexicon.Local.Tests.Iam;

namespace Lexicon.Local.Tests.Aws;

public sealed class SignatureErrorTests(EndpointFixture fixture) : IClassFixture<EndpointFixture>
{
    [Theory]
    [InlineData("dynamodb", 400, "com.amazon.coral.service#InvalidSignatureException")]
    [InlineData("dynamodb", 400, "com.amazon.coral.service#UnrecognizedClientException", "AKIAIOSFODNN7EXAMPLE")]
    public async Task WrongSignature_InAJsonProtocol_IsRefused(string service, int status, string type, string keyId = "local")
    {
        var answer = await EndpointFixture.AnswerAsync((fixture.Json(service) with { Secret = "wrong", KeyId = keyId }).Sign());

        Assert.Equal(status, answer.Status);
        Assert.Equal(type, JsonDocument.Parse(answer.Body).RootElement.GetProperty("__type").GetString());
    }

    [Fact]
    public async Task WrongSignature_SaysWhatDynamoDbSays()
    {
        var answer = await EndpointFixture.AnswerAsync((fixture.Json("dynamodb") with { Secret = "wrong" }).Sign());

        Assert.Equal(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing "
                + "method. Consult the service documentation for details.",
            JsonDocument.Parse(answer.Body).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task WrongSignature_ToLambda_HasItsErrorTypeInAHeader()
    {
        var (status, _, answer) = await EndpointFixture.SendAsync((fixture.Request("lambda") with { Secret = "wrong" }).Sign());

        Assert.Equal(403, status);
        Assert.Equal(["InvalidSignatureException"], answer.Headers.GetValues("x-amzn-ErrorType"));
    }

    [Theory]
    [InlineData("local", "wrong", 403, "<Code>SignatureDoesNotMatch</Code>")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "local", 403, "<Code>InvalidAccessKeyId</Code>")]
    public async Task WrongSignature_ToS3_IsXml(string keyId, string secret, int status, string code)
    {
        var answer = await EndpointFixture.AnswerAsync((fixture.Request("s3") with { KeyId = keyId, Secret = secret }).Sign());

        Assert.Equal(status, answer.Status);
        Assert.Contains(code, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?AWSAccessKeyId=local&Signature=c2lnbmF0dXJl&Expires=1900000000", null)]
    [InlineData("", "AWS local:c2lnbmF0dXJl")]
    public async Task SignatureVersion2_IsRefusedWithTheNameOfTheOneThatIsTaken(string query, string? authorization)
    {
        var request = (fixture.Request("s3") with { Method = "GET" }).Plain($"/bucket/key{query}");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        var answer = await EndpointFixture.AnswerAsync(request);

        Assert.Equal(400, answer.Status);
        Assert.Contains(
            "<Code>InvalidRequest</Code><Message>The authorization mechanism you have provided is not supported. Please use "
                + "AWS4-HMAC-SHA256.</Message>",
            answer.Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedRequestToS3WithoutTheHashOfItsBody_IsInvalid()
    {
        var request = fixture.Request("s3").Sign();
        request.Headers.Remove("x-amz-content-sha256");

        var answer = await EndpointFixture.AnswerAsync(request);

        Assert.Equal(400, answer.Status);
        Assert.Contains(
            "<Code>InvalidRequest</Code><Message>Missing required header for this request: x-amz-content-sha256</Message>",
            answer.Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedRequestToS3WithAStrangeHash_IsAnInvalidArgument()
    {
        var answer = await EndpointFixture.AnswerAsync((fixture.Request("s3") with { PayloadHash = "strange" }).Sign());

        Assert.Equal(400, answer.Status);
        Assert.Contains("<Code>InvalidArgument</Code>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<ArgumentValue>strange</ArgumentValue>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionWithoutItsToken_IsRefused()
    {
        var credentials = fixture.Identities.Assume(Requests.Role, "session");

        var answer = await EndpointFixture.AnswerAsync(
            (fixture.Json("dynamodb") with { KeyId = credentials.AccessKeyId, Secret = credentials.SecretAccessKey }).Sign());

        Assert.Contains("UnrecognizedClientException", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=local/20261122/us-east-1/dynamodb/aws4_request, SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=0")]
    [InlineData("AWS4-HMAC-SHA256")]
    public async Task BrokenAuthorization_IsIncomplete(string header)
    {
        var request = fixture.Json("dynamodb").Plain("/");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        request.Headers.TryAddWithoutValidation("x-amz-target", "DynamoDB_20120810.ListTables");

        var answer = await EndpointFixture.AnswerAsync(request);

        Assert.Equal(400, answer.Status);
        Assert.Contains("IncompleteSignatureException", answer.Body, StringComparison.Ordinal);
    }
}
