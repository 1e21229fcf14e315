using System.Text.Json.Nodes;
using Lexicon.Local.CognitoIdentity;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Lexicon.Local.Tests.CognitoIdentity;

/// <summary>A token becomes credentials of a role, or is refused in Amazon Cognito's words.</summary>
public sealed class IdentityPoolTests : IDisposable
{
    private const string Client = "client-1";
    private const string NotAuthorized = "NotAuthorizedException";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lexicon-identity-");
    private readonly FakeUserPool _users = new();
    private readonly Identities _identities;
    private readonly CognitoIdentityService _service;
    private DateTimeOffset _lastExpiry;

    public IdentityPoolTests()
    {
        _identities = new Identities(_time);
        _service = new CognitoIdentityService(TestSettings.In(_data.FullName), _users, _identities, _identities, _time);
    }

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Member_OfTheGroupThatARuleNames_GetsItsRole_AndNobodyElseDoes()
    {
        var pool = Provision(guests: false);

        var moderator = await CredentialsAsync(pool, Token(groups: ["readers", "moderators"]));
        var (status, refused) = await SendForCredentialsAsync(pool, Token(groups: ["readers"]));

        Assert.Equal("arn:aws:iam::123456789012:role/Moderator", moderator.RoleArn);
        Assert.Equal((400, NotAuthorized), (status, (string?)refused["__type"]));
    }

    [Fact]
    public async Task Login_WithoutAMapping_GetsTheRoleOfTheAuthenticated()
    {
        var pool = Provision(guests: false, mapping: null, roles: """{ "authenticated": "arn:aws:iam::123456789012:role/Moderator" }""");

        Assert.Equal("arn:aws:iam::123456789012:role/Moderator", (await CredentialsAsync(pool, Token())).RoleArn);
    }

    [Fact]
    public async Task Credentials_CarryWhoItIs_AndEndAfterAnHour()
    {
        var pool = Provision(guests: false);
        var token = Token(groups: ["moderators"]);
        var id = await IdAsync(pool, token);

        var caller = await CredentialsAsync(pool, token);

        Assert.Equal(
            new FederatedIdentity(
                "cognito-identity.amazonaws.com",
                pool,
                id,
                $"{FakeUserPool.ProviderName},{FakeUserPool.ProviderName}:CognitoSignIn:reader-1"),
            caller.Identity);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/Moderator/CognitoIdentityCredentials", caller.Arn);
        Assert.Equal(_time.GetUtcNow().AddHours(1), _lastExpiry);
    }

    [Fact]
    public async Task Identity_IsTheSameForTheSameReader_AndAnotherForAnother()
    {
        var pool = Provision(guests: false);

        var first = await IdAsync(pool, Token());

        Assert.Equal(first, await IdAsync(pool, Token(groups: ["moderators"])));
        Assert.NotEqual(first, await IdAsync(pool, Token(subject: "reader-2")));
        Assert.Matches("^us-east-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", first);
    }

    [Fact]
    public async Task Credentials_ForTheIdentityOfAnother_AreRefused()
    {
        var pool = Provision(guests: false);
        var other = await IdAsync(pool, Token(subject: "reader-2"));

        var (_, refused) = await SendAsync("GetCredentialsForIdentity", Request("IdentityId", other, Token(groups: ["moderators"])));

        Assert.Equal(
            (NotAuthorized, "Logins don't match. Please include at least one valid login for this identity or identity pool."),
            ((string?)refused["__type"], (string?)refused["message"]));
    }

    [Fact]
    public async Task Guest_IsLetInOnlyWhereThePoolSaysSo_AndCannotMakeUpAnId()
    {
        var closed = Provision(guests: false);
        var open = Provision(
            guests: true, id: "Open", mapping: null, roles: """{ "unauthenticated": "arn:aws:iam::123456789012:role/Guest" }""");

        var (_, refused) = await SendAsync("GetId", Request("IdentityPoolId", closed, token: null));
        var (_, guest) = await SendAsync("GetId", Request("IdentityPoolId", open, token: null));
        var (status, credentials) = await SendAsync(
            "GetCredentialsForIdentity", Request("IdentityId", (string)guest["IdentityId"]!, token: null));
        var (_, madeUp) = await SendAsync(
            "GetCredentialsForIdentity", Request("IdentityId", "us-east-1:00000000-0000-4000-8000-000000000000", token: null));

        Assert.Equal("Unauthenticated access is not supported for this identity pool.", (string?)refused["message"]);
        Assert.Equal(200, status);
        Assert.Equal("arn:aws:iam::123456789012:role/Guest", CallerOf(credentials).RoleArn);
        Assert.Equal("Access to Identity 'us-east-1:00000000-0000-4000-8000-000000000000' is forbidden.", (string?)madeUp["message"]);
    }

    [Fact]
    public async Task Role_WhoseTrustNamesAnotherPool_IsNotGiven()
    {
        var pool = Provision(guests: false, trusted: "us-east-1:11111111-1111-1111-1111-111111111111");

        var (_, refused) = await SendForCredentialsAsync(pool, Token(groups: ["moderators"]));

        Assert.Equal("InvalidIdentityPoolConfigurationException", (string?)refused["__type"]);
    }

    [Theory]
    [InlineData("not a token", "Invalid login token. Not a valid OpenId Connect identity token.")]
    [InlineData("expired", "Invalid login token. Token expired: 1796039999 >= 1796040000")]
    [InlineData("of another issuer", "Invalid login token. Issuer doesn't match providerName")]
    [InlineData("of another key", "Invalid login token. Couldn't verify signed token.")]
    [InlineData("of another client", "Token is not from a supported provider of this identity pool.")]
    public async Task Token_ThatDoesNotCount_IsRefusedInCognitosWords(string kind, string message)
    {
        var pool = Provision(guests: false);
        var token = kind switch
        {
            "expired" => Token(expires: -1),
            "of another issuer" => Token(issuer: "http://elsewhere/us-east-1_Test"),
            "of another key" => Token(signedByAnother: true),
            "of another client" => Token(client: "client-2"),
            _ => kind,
        };

        var (status, refused) = await SendAsync("GetId", Request("IdentityPoolId", pool, token));

        Assert.Equal((400, NotAuthorized, message), (status, (string?)refused["__type"], (string?)refused["message"]));
    }

    [Theory]
    [InlineData("GetId", "IdentityPoolId", "us-east-1:22222222-2222-2222-2222-222222222222", "ResourceNotFoundException")]
    [InlineData("GetId", "IdentityPoolId", "none", "ValidationException")]
    [InlineData("GetOpenIdToken", "IdentityId", "us-east-1:22222222-2222-2222-2222-222222222222", "UnknownOperationException")]
    public async Task Request_ThatNamesWhatIsNotThere_IsRefusedByName(string operation, string member, string value, string error) =>
        Assert.Equal(error, (string?)(await SendAsync(operation, Request(member, value, token: null))).Body["__type"]);

    private string Provision(bool guests, string id = "Pool", string? mapping = "moderators", string? roles = null, string? trusted = null)
    {
        var pool = _service.ResourceTypes.Provision("AWS::Cognito::IdentityPool", id, $$"""
            {
              "AllowUnauthenticatedIdentities": {{(guests ? "true" : "false")}},
              "CognitoIdentityProviders": [{ "ClientId": "{{Client}}", "ProviderName": "{{FakeUserPool.ProviderName}}" }]
            }
            """).Ref;
        var mappings = mapping is null ? "{}" : $$"""
            { "users": { "IdentityProvider": "{{FakeUserPool.ProviderName}}:{{Client}}", "Type": "Rules", "AmbiguousRoleResolution": "Deny",
                "RulesConfiguration": { "Rules": [{ "Claim": "cognito:groups", "MatchType": "Contains", "Value": "{{mapping}}",
                  "RoleARN": "arn:aws:iam::123456789012:role/Moderator" }] } } }
            """;
        _service.ResourceTypes.Provision("AWS::Cognito::IdentityPoolRoleAttachment", $"{id}Roles", $$"""
            { "IdentityPoolId": "{{pool}}", "Roles": {{roles ?? "{}"}}, "RoleMappings": {{mappings}} }
            """);
        AddRole("Moderator", trusted ?? pool, "authenticated");
        AddRole("Guest", trusted ?? pool, "unauthenticated");
        return pool;
    }

    private void AddRole(string name, string pool, string amr) => new IamService(_identities).ResourceTypes.Provision(
        "AWS::IAM::Role", name, $$"""
            {
              "RoleName": "{{name}}",
              "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": { "Effect": "Allow",
                "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
                "Condition": {
                  "StringEquals": { "cognito-identity.amazonaws.com:aud": "{{pool}}" },
                  "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "{{amr}}" } } } }
            }
            """);

    private string Token(
        string subject = "reader-1", string[]? groups = null, string client = Client, string issuer = FakeUserPool.Issuer,
        int expires = 600, bool signedByAnother = false)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = subject,
            ["iss"] = issuer,
            ["aud"] = client,
            ["token_use"] = "id",
            ["exp"] = _time.GetUtcNow().ToUnixTimeSeconds() + expires,
            ["cognito:groups"] = groups ?? [],
        };
        return _users.Token(claims, signedByAnother ? FakeUserPool.OtherKey : null);
    }

    private static JsonObject Request(string member, string value, string? token)
    {
        var request = new JsonObject { [member] = value };
        if (token is not null)
        {
            request["Logins"] = new JsonObject { [FakeUserPool.ProviderName] = token };
        }

        return request;
    }

    private async Task<string> IdAsync(string pool, string token) =>
        (string)(await SendAsync("GetId", Request("IdentityPoolId", pool, token))).Body["IdentityId"]!;

    private async Task<(int Status, JsonObject Body)> SendForCredentialsAsync(string pool, string token) =>
        await SendAsync("GetCredentialsForIdentity", Request("IdentityId", await IdAsync(pool, token), token));

    private async Task<Caller> CredentialsAsync(string pool, string token) => CallerOf((await SendForCredentialsAsync(pool, token)).Body);

    // What the AWS endpoint would make of a request that is signed with them.
    private Caller CallerOf(JsonObject response)
    {
        var credentials = response["Credentials"]!;
        _lastExpiry = DateTimeOffset.FromUnixTimeSeconds((long)credentials["Expiration"]!);
        return _identities.Find((string)credentials["AccessKeyId"]!, (string)credentials["SessionToken"]!).Caller;
    }

    private async Task<(int Status, JsonObject Body)> SendAsync(string operation, JsonObject request)
    {
        var response = await AwsJsonCall.SendAsync(
            _service.HandleAsync, $"AWSCognitoIdentityService.{operation}", request.ToJsonString(), Caller.Anonymous);
        return (response.Status, response.Body);
    }
}
