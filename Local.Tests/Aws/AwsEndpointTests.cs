using Lexicon.Local.Tests.Iam;

namespace Lexicon.Local.Tests.Aws;

public sealed class AwsEndpointTests(EndpointFixture fixture) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task SignedRequest_ReachesItsServiceAsRoot() => Assert.Equal(
        (200, $"dynamodb {EndpointFixture.RootArn} body"), await EndpointFixture.AnswerAsync(fixture.Request("dynamodb").Sign()));

    [Fact]
    public async Task SignedRequest_OfASession_ReachesItsServiceAsTheRole()
    {
        var credentials = fixture.Identities.Assume(Requests.Role, "session");

        Assert.Equal(
            (200, "lambda arn:aws:sts::123456789012:assumed-role/Reader/session body"),
            await EndpointFixture.AnswerAsync((fixture.Request("lambda") with
            {
                KeyId = credentials.AccessKeyId,
                Secret = credentials.SecretAccessKey,
                Token = credentials.SessionToken,
            }).Sign()));
    }

    [Fact]
    public async Task UnsignedRequest_GoesToWhoeverClaimsIt() =>
        Assert.Equal((200, "lambda * body"), await EndpointFixture.AnswerAsync(fixture.Request("lambda").Plain("/lambda")));

    [Fact]
    public async Task UnsignedRequest_OfNobody_MissesItsToken()
    {
        var (status, _, answer) = await EndpointFixture.SendAsync(fixture.Request("x").Plain("/elsewhere"));

        Assert.Equal(403, status);
        Assert.Equal(["MissingAuthenticationTokenException"], answer.Headers.GetValues("x-amzn-ErrorType"));
    }

    [Fact]
    public async Task UnknownService_IsNamedWithThoseThatExist() => Assert.Equal(
        (501, """{"message":"The service 'sns' does not exist here. This endpoint answers for: dynamodb, lambda, s3, sts."}"""),
        await EndpointFixture.AnswerAsync(fixture.Request("sns").Sign()));
}
