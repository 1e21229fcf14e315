using System.Text.Json;
using System.Xml.Linq;
using Lexicon.Local.Iam;
using Lexicon.Local.Iam.Policies;
using Lexicon.Local.Tests.Iam;

namespace Lexicon.Local.Tests.Aws;

public sealed class AwsEndpointTests(EndpointFixture fixture) : IClassFixture<EndpointFixture>
{
    private const string RootArn = "arn:aws:iam::123456789012:root";

    [Fact]
    public async Task SignedRequest_ReachesItsServiceAsRoot() => Assert.Equal(
        (200, $"dynamodb {RootArn} body"), await AnswerAsync(Request("dynamodb").Sign()));

    [Fact]
    public async Task SignedRequest_OfASession_ReachesItsServiceAsTheRole()
    {
        var credentials = fixture.Identities.Assume(Requests.Role, "session");

        Assert.Equal(
            (200, "lambda arn:aws:sts::123456789012:assumed-role/Reader/session body"),
            await AnswerAsync((Request("lambda") with { KeyId = credentials.AccessKeyId, Secret = credentials.SecretAccessKey, Token = credentials.SessionToken }).Sign()));
    }

    [Theory]
    [InlineData("dynamodb", 400, "com.amazon.coral.service#InvalidSignatureException")]
    [InlineData("dynamodb", 400, "com.amazon.coral.service#UnrecognizedClientException", "AKIAIOSFODNN7EXAMPLE")]
    public async Task WrongSignature_InAJsonProtocol_IsRefused(string service, int status, string type, string keyId = "local")
    {
        var answer = await AnswerAsync((Json(service) with { Secret = "wrong", KeyId = keyId }).Sign());

        Assert.Equal(status, answer.Status);
        Assert.Equal(type, JsonDocument.Parse(answer.Body).RootElement.GetProperty("__type").GetString());
    }

    [Fact]
    public async Task WrongSignature_SaysWhatDynamoDbSays()
    {
        var answer = await AnswerAsync((Json("dynamodb") with { Secret = "wrong" }).Sign());

        Assert.Equal(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
            JsonDocument.Parse(answer.Body).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task WrongSignature_ToLambda_HasItsErrorTypeInAHeader()
    {
        var (status, _, answer) = await EndpointFixture.SendAsync((Request("lambda") with { Secret = "wrong" }).Sign());

        Assert.Equal(403, status);
        Assert.Equal(["InvalidSignatureException"], answer.Headers.GetValues("x-amzn-ErrorType"));
    }

    [Theory]
    [InlineData("local", "wrong", 403, "<Code>SignatureDoesNotMatch</Code>")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "local", 403, "<Code>InvalidAccessKeyId</Code>")]
    public async Task WrongSignature_ToS3_IsXml(string keyId, string secret, int status, string code)
    {
        var answer = await AnswerAsync((Request("s3") with { KeyId = keyId, Secret = secret }).Sign());

        Assert.Equal(status, answer.Status);
        Assert.Contains(code, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedBody_IsRefused()
    {
        var request = Json("dynamodb").Sign();
        request.Content = new StringContent("another");

        Assert.Contains("InvalidSignatureException", (await AnswerAsync(request)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedBody_ToS3_IsFoundAtItsEnd()
    {
        var request = Request("s3").Sign();
        request.Content = new StringContent("another");

        var answer = await AnswerAsync(request);

        Assert.Equal(400, answer.Status);
        Assert.Contains("<Code>XAmzContentSHA256Mismatch</Code>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnsignedPayload_ToS3_IsAccepted() =>
        Assert.Equal(200, (await AnswerAsync((Request("s3") with { PayloadHash = "UNSIGNED-PAYLOAD" }).Sign())).Status);

    [Fact]
    public async Task UnsignedHeader_ToS3_IsRefused()
    {
        var answer = await AnswerAsync((Request("s3") with { Unsigned = new() { ["x-amz-acl"] = "public-read" } }).Sign());

        Assert.Contains("<HeadersNotSigned>x-amz-acl</HeadersNotSigned>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dynamodb", 299, 200)]
    [InlineData("dynamodb", -299, 200)]
    [InlineData("dynamodb", 301, 400)]
    [InlineData("dynamodb", -301, 400)]
    [InlineData("s3", -899, 200)]
    [InlineData("s3", -901, 403)]
    public async Task Clock_MayDifferByFiveMinutesOrFifteen(string service, int seconds, int status)
    {
        var request = Json(service) with { Time = fixture.Clock.Now.AddSeconds(seconds) };

        Assert.Equal(status, (await AnswerAsync(request.Sign())).Status);
    }

    [Fact]
    public async Task LateRequest_IsToldTheTimes()
    {
        var answer = await AnswerAsync((Json("dynamodb") with { Time = fixture.Clock.Now.AddMinutes(-6) }).Sign());

        Assert.Equal(
            "Signature expired: 20261122T095400Z is now earlier than 20261122T095500Z (20261122T100000Z - 5 min.)",
            JsonDocument.Parse(answer.Body).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task PresignedUrl_IsValidForAWhile()
    {
        var request = Request("s3") with { Method = "GET", Path = "/bucket/key" };

        Assert.Equal((200, $"s3 {RootArn} "), await AnswerAsync(request.Presign(60)));
        var late = await AnswerAsync((request with { Time = fixture.Clock.Now.AddSeconds(-61) }).Presign(60));
        Assert.Equal(403, late.Status);
        Assert.Contains("<Message>Request has expired</Message>", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionWithoutItsToken_IsRefused()
    {
        var credentials = fixture.Identities.Assume(Requests.Role, "session");

        var answer = await AnswerAsync((Json("dynamodb") with { KeyId = credentials.AccessKeyId, Secret = credentials.SecretAccessKey }).Sign());

        Assert.Contains("UnrecognizedClientException", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=local/20261122/us-east-1/dynamodb/aws4_request, SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=0")]
    [InlineData("AWS4-HMAC-SHA256")]
    public async Task BrokenAuthorization_IsIncomplete(string header)
    {
        var request = Json("dynamodb").Plain("/");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        request.Headers.TryAddWithoutValidation("x-amz-target", "DynamoDB_20120810.ListTables");

        var answer = await AnswerAsync(request);

        Assert.Equal(400, answer.Status);
        Assert.Contains("IncompleteSignatureException", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnsignedRequest_GoesToWhoeverClaimsIt() =>
        Assert.Equal((200, "lambda * body"), await AnswerAsync(Request("lambda").Plain("/lambda")));

    [Fact]
    public async Task UnsignedRequest_OfNobody_MissesItsToken()
    {
        var (status, _, answer) = await EndpointFixture.SendAsync(Request("x").Plain("/elsewhere"));

        Assert.Equal(403, status);
        Assert.Equal(["MissingAuthenticationTokenException"], answer.Headers.GetValues("x-amzn-ErrorType"));
    }

    [Fact]
    public async Task UnknownService_IsNamedWithThoseThatExist() => Assert.Equal(
        (501, """{"message":"The service 'sns' does not exist here. This endpoint answers for: dynamodb, lambda, s3, sts."}"""),
        await AnswerAsync(Request("sns").Sign()));

    [Theory]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Origin", "http://localhost:9200", 200)]
    [InlineData("Sec-Fetch-Site", "same-site", 200)]
    public async Task WebPageOfAnotherSite_CannotUseThePublicCredentials(string header, string value, int status) =>
        Assert.Equal(status, (await AnswerAsync((Request("s3") with { Unsigned = new() { [header] = value } }).Sign())).Status);

    [Theory]
    [InlineData("evil.example", 403)]
    [InlineData("bucket.localhost", 403)]
    [InlineData("127.0.0.2", 403)]
    public async Task NameThatIsNotSigned_IsRefused(string host, int status)
    {
        var request = Request("s3").Sign();
        request.Headers.Host = host;

        Assert.Equal(status, (await AnswerAsync(request)).Status);
    }

    [Fact]
    public async Task ForeignName_IsRefusedEvenUnsigned()
    {
        var request = Request("lambda").Plain("/lambda");
        request.Headers.Host = "evil.example";

        var answer = await AnswerAsync(request);

        Assert.Equal((403, """{"message":"This endpoint answers to names of this machine only, not to 'evil.example'."}"""), answer);
    }

    [Fact]
    public async Task GetCallerIdentity_AnswersWhoSigned()
    {
        var request = Request("sts") with { Body = "Action=GetCallerIdentity&Version=2011-06-15", ContentType = "application/x-www-form-urlencoded" };

        Assert.Contains($"<Arn>{RootArn}</Arn><UserId>123456789012</UserId><Account>123456789012</Account>", (await AnswerAsync(request.Sign())).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssumeRole_OfARoleThatTrustsAnother_IsDenied()
    {
        var request = Request("sts") with { Body = $"Action=AssumeRole&RoleArn={Requests.Role}&RoleSessionName=me", ContentType = "application/x-www-form-urlencoded" };

        var answer = await AnswerAsync(request.Sign());

        Assert.Equal(403, answer.Status);
        Assert.Contains($"User: {RootArn} is not authorized to perform: sts:AssumeRole on resource: {Requests.Role}", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssumeRole_OfARoleThatTrustsTheAccount_GivesCredentials()
    {
        const string Trusting = "arn:aws:iam::123456789012:role/Trusting";
        var trust = Policy.Read(
            Requests.Document("{ \"Effect\": \"Allow\", \"Principal\": { \"AWS\": \"123456789012\" }, \"Action\": \"sts:AssumeRole\" }"), PolicyKind.Trust, "test");
        fixture.Identities.Add(new Role(Trusting, trust, TimeSpan.FromHours(1)));
        var request = Request("sts") with { Body = $"Action=AssumeRole&RoleArn={Trusting}&RoleSessionName=me", ContentType = "application/x-www-form-urlencoded" };

        var answer = XDocument.Parse((await AnswerAsync(request.Sign())).Body);

        string Element(string name) => answer.Descendants(answer.Root!.Name.Namespace + name).Single().Value;
        Assert.Equal("2026-11-22T11:00:00Z", Element("Expiration"));
        Assert.Equal(
            (200, "lambda arn:aws:sts::123456789012:assumed-role/Trusting/me body"),
            await AnswerAsync((Request("lambda") with { KeyId = Element("AccessKeyId"), Secret = Element("SecretAccessKey"), Token = Element("SessionToken") }).Sign()));
    }

    [Theory]
    [InlineData("899")]
    [InlineData("3601")]
    [InlineData("many")]
    public async Task AssumeRole_ForTooShortOrTooLong_IsRefused(string seconds)
    {
        var role = $"arn:aws:iam::123456789012:role/For{seconds}";
        var trust = Policy.Read(
            Requests.Document("{ \"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"sts:AssumeRole\" }"), PolicyKind.Trust, "test");
        fixture.Identities.Add(new Role(role, trust, TimeSpan.FromHours(1)));
        var request = Request("sts") with
        {
            Body = $"Action=AssumeRole&RoleArn={role}&RoleSessionName=me&DurationSeconds={seconds}",
            ContentType = "application/x-www-form-urlencoded",
        };

        Assert.Contains("<Code>ValidationError</Code>", (await AnswerAsync(request.Sign())).Body, StringComparison.Ordinal);
    }

    private TestRequest Request(string service) => new(fixture.Address, service, fixture.Clock.Now);

    private TestRequest Json(string service) => Request(service) with { Headers = new() { ["x-amz-target"] = "DynamoDB_20120810.ListTables" } };

    private static async Task<(int Status, string Body)> AnswerAsync(HttpRequestMessage request)
    {
        var (status, body, _) = await EndpointFixture.SendAsync(request);
        return (status, body);
    }
}
