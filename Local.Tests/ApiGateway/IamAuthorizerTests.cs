using System.Text.Json.Nodes;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.Aws;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html.</summary>
public sealed class IamAuthorizerTests
{
    private const string Reader = "arn:aws:iam::123456789012:role/Reader";
    private const string Session = "arn:aws:sts::123456789012:assumed-role/Reader/Ada";
    private const string Anyone = """{"AWS": "*"}""";

    [Fact]
    public async Task SignedRequest_ReachesTheFunction_WithItsCaller()
    {
        await using var gateway = await StartAsync();

        var response = await gateway.Client.SendAsync(Request(gateway).Sign());

        Assert.Equal(200, (int)response.StatusCode);
        var identity = gateway.Functions.Event["requestContext"]!["identity"]!;
        Assert.Equal("local", (string?)identity["accessKey"]);
        Assert.Equal("123456789012", (string?)identity["accountId"]);
        Assert.Equal("123456789012", (string?)identity["caller"]);
        Assert.Equal("123456789012", (string?)identity["user"]);
        Assert.Equal("arn:aws:iam::123456789012:root", (string?)identity["userArn"]);
        Assert.Null(identity["cognitoIdentityId"]);
        Assert.Null(identity["principalOrgId"]);
    }

    [Fact]
    public async Task PresignedRequest_ReachesTheFunction()
    {
        await using var gateway = await StartAsync();

        var request = Request(gateway) with { Unsigned = new() { ["x-amz-content-sha256"] = "UNSIGNED-PAYLOAD" } };

        Assert.Equal(200, (int)(await gateway.Client.SendAsync(request.Presign(60))).StatusCode);
    }

    [Fact]
    public async Task RequestWithoutASignature_MissesItsToken()
    {
        await using var gateway = await StartAsync();

        await FailureAsync(
            await gateway.Client.PostAsync("/dev/items", null),
            403,
            "MissingAuthenticationTokenException",
            """{"message":"Missing Authentication Token"}""");
        Assert.Empty(gateway.Functions.Events);
    }

    [Fact]
    public async Task WrongSecret_IsToldWhatShouldHaveBeenSigned()
    {
        await using var gateway = await StartAsync();
        var request = Request(gateway) with { Secret = "other" };

        var host = gateway.Address.Authority;
        await FailureAsync(
            await gateway.Client.SendAsync(request.Sign()),
            403,
            "InvalidSignatureException",
            """{"message":"The request signature we calculated does not match the signature you provided. """
            + """Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\n"""
            + """The Canonical String for this request should have been\n'POST\n/dev/items\n\nhost:"""
            + host + """\nx-amz-date:20261122T101530Z\n\nhost;x-amz-date\n"""
            + Hash("body") + """'\n\n"""
            + """The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20261122T101530Z\n20261122/us-east-1/execute-api/aws4_request\n"""
            + Hash($"POST\n/dev/items\n\nhost:{host}\nx-amz-date:20261122T101530Z\n\nhost;x-amz-date\n{Hash("body")}")
            + """'\n"}""");
    }

    [Theory]
    [InlineData("AKIANOBODY", null, 0, "execute-api", "UnrecognizedClientException",
        "The security token included in the request is invalid.")]
    [InlineData("local", "token", 0, "execute-api", "UnrecognizedClientException",
        "The security token included in the request is invalid.")]
    [InlineData("local", null, -6, "execute-api", "InvalidSignatureException",
        "Signature expired: 20261122T100930Z is now earlier than 20261122T101030Z (20261122T101530Z - 5 min.)")]
    [InlineData("local", null, 6, "execute-api", "InvalidSignatureException",
        "Signature not yet current: 20261122T102130Z is still later than 20261122T102030Z (20261122T101530Z + 5 min.)")]
    [InlineData("local", null, 0, "lambda", "InvalidSignatureException", "Credential should be scoped to correct service: 'execute-api'.")]
    public async Task WrongSignature_IsRefusedInAwssWords(
        string key, string? token, int minutes, string service, string errorType, string message)
    {
        await using var gateway = await StartAsync();
        var request = Request(gateway, service) with
        {
            KeyId = key,
            Token = token,
            Time = gateway.Clock.GetUtcNow().AddMinutes(minutes),
        };

        await FailureAsync(await gateway.Client.SendAsync(request.Sign()), 403, errorType, $$"""{"message":"{{message}}"}""");
    }

    [Fact]
    public async Task ExpiredSession_IsRefused()
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(services);
        services.AddRole(Reader, Anyone, Allow("*"));
        var (credentials, _) = services.Identities.Assume(Reader, "Ada", TimeSpan.FromMinutes(15));
        gateway.Clock.Advance(TimeSpan.FromMinutes(16));

        await FailureAsync(
            await gateway.Client.SendAsync(SignedBy(gateway, credentials).Sign()),
            403,
            "ExpiredTokenException",
            """{"message":"The security token included in the request is expired"}""");
    }

    [Fact]
    public async Task Role_MayInvokeWhatItsPolicyAllows_AndIsInTheEvent()
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(services);
        services.AddRole(Reader, Anyone, Allow($"arn:aws:execute-api:us-east-1:123456789012:{gateway.ApiId}/dev/POST/items"));
        var credentials = services.Identities.Assume(Reader, "Ada");

        var response = await gateway.Client.SendAsync(SignedBy(gateway, credentials).Sign());

        Assert.Equal(200, (int)response.StatusCode);
        var identity = gateway.Functions.Event["requestContext"]!["identity"]!;
        Assert.Equal(credentials.AccessKeyId, (string?)identity["accessKey"]);
        Assert.Equal(Session, (string?)identity["userArn"]);
        Assert.Matches("^AROA[0-9A-F]{17}:Ada$", (string?)identity["caller"]);
        Assert.Equal((string?)identity["caller"], (string?)identity["user"]);
    }

    /// <summary>The shape is that of events of AWS, where the identity is one of a user pool's reader, or a guest's.</summary>
    [Theory]
    [InlineData("cognito-idp.us-east-1.amazonaws.com/us-east-1_a,cognito-idp.us-east-1.amazonaws.com/us-east-1_a:CognitoSignIn:ada",
        "authenticated")]
    [InlineData(null, "unauthenticated")]
    public async Task IdentityOfAPool_IsInTheEvent(string? provider, string type)
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(services);
        services.AddRole(
            Reader,
            """{"Federated": "cognito-identity.amazonaws.com"}""",
            Allow($"arn:aws:execute-api:us-east-1:123456789012:{gateway.ApiId}/dev/POST/items"),
            "sts:AssumeRoleWithWebIdentity");
        var (credentials, _) = services.Identities.Assume(
            new FederatedIdentity("cognito-identity.amazonaws.com", "us-east-1:pool", "us-east-1:ada", provider),
            Reader,
            "CognitoIdentityCredentials",
            TimeSpan.FromHours(1))!.Value;

        var response = await gateway.Client.SendAsync(SignedBy(gateway, credentials).Sign());

        Assert.Equal(200, (int)response.StatusCode);
        var identity = gateway.Functions.Event["requestContext"]!["identity"]!;
        Assert.Equal(
            ("us-east-1:ada", "us-east-1:pool", type, provider),
            ((string?)identity["cognitoIdentityId"], (string?)identity["cognitoIdentityPoolId"],
                (string?)identity["cognitoAuthenticationType"], (string?)identity["cognitoAuthenticationProvider"]));
        Assert.Equal("123456789012", (string?)identity["accountId"]);
        Assert.Equal(credentials.AccessKeyId, (string?)identity["accessKey"]);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/Reader/CognitoIdentityCredentials", (string?)identity["userArn"]);
        Assert.Matches("^AROA[0-9A-F]{17}:CognitoIdentityCredentials$", (string?)identity["caller"]);
        Assert.Equal((string?)identity["caller"], (string?)identity["user"]);
    }

    [Theory]
    [InlineData("GET/items", "Allow", "because no identity-based policy allows the execute-api:Invoke action")]
    [InlineData("POST/items", "Deny", "with an explicit deny in an identity-based policy")]
    public async Task Role_MayNotInvokeAnythingElse(string allowed, string effect, string why)
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(services);
        var statement = Allow($"arn:aws:execute-api:us-east-1:123456789012:{gateway.ApiId}/dev/{allowed}");
        services.AddRole(Reader, Anyone, statement.Replace("Allow", effect, StringComparison.Ordinal));

        await FailureAsync(
            await gateway.Client.SendAsync(SignedBy(gateway, services.Identities.Assume(Reader, "Ada")).Sign()),
            403,
            "AccessDeniedException",
            $$"""{"Message":"User: {{Session}} is not authorized to perform: execute-api:Invoke on resource: """
            + $$"""arn:aws:execute-api:us-east-1:********9012:{{gateway.ApiId}}/dev/POST/items {{why}}"}""");
        Assert.Empty(gateway.Functions.Events);
    }

    [Fact]
    public async Task ResourcePolicy_AllowsARoleThatItsOwnPoliciesDoNot()
    {
        await using var services = await RunningServices.StartAsync();
        services.AddRole(Reader, Anyone);
        await using var gateway = await StartAsync(services, Policy($$"""{"AWS": "{{Reader}}"}""", "execute-api:/dev/POST/*"));

        var response = await gateway.Client.SendAsync(SignedBy(gateway, services.Identities.Assume(Reader, "Ada")).Sign());

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("execute-api:/*", 200)]
    [InlineData("execute-api:/prod/*", 403)]
    public async Task ResourcePolicy_DecidesWhoeverHasNotSigned(string resource, int status)
    {
        await using var gateway = await StartAsync(null, Policy("\"*\"", resource), authorization: "NONE");

        var response = await gateway.Client.PostAsync("/dev/items", null);

        Assert.Equal(status, (int)response.StatusCode);
        if (status is 403)
        {
            await FailureAsync(
                response,
                403,
                "AccessDeniedException",
                """{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: """
                + $$"""arn:aws:execute-api:us-east-1:********9012:{{gateway.ApiId}}/dev/POST/items"}""");
        }
    }

    private static string Hash(string text) => Lexicon.Local.Aws.Signatures.Signer.Hash(System.Text.Encoding.UTF8.GetBytes(text));

    private static string Allow(string resource) =>
        $$"""{"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "{{resource}}"}""";

    private static JsonNode Policy(string principal, string resource) => JsonNode.Parse(
        $$"""
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {{principal}}, "Action": "execute-api:Invoke", "Resource": "{{resource}}"}]}
        """)!;

    private static TestRequest Request(RunningApiGateway gateway, string service = "execute-api") =>
        new(gateway.Address, service, gateway.Clock.GetUtcNow()) { Path = "/dev/items" };

    private static TestRequest SignedBy(RunningApiGateway gateway, Lexicon.Local.Iam.Credentials credentials) => Request(gateway) with
    {
        KeyId = credentials.AccessKeyId,
        Secret = credentials.SecretAccessKey,
        Token = credentials.SessionToken,
    };

    private static async Task<RunningApiGateway> StartAsync(
        RunningServices? services = null, JsonNode? policy = null, string authorization = "AWS_IAM")
    {
        var gateway = new RunningApiGateway(services);
        gateway.Api(policy is null ? null : new { Policy = policy });
        gateway.Method("POST", "/items", new { AuthorizationType = authorization });
        gateway.Stage();
        await gateway.StartAsync();
        return gateway;
    }
}
