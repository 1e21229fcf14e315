using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Users;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class ApiTests(PoolFixture fixture)
{
    private readonly RunningCognito _pool = fixture.Pool;

    [Fact]
    public async Task InitiateAuth_OfTheDemoUser_GivesTokensOfOurKey()
    {
        var (status, body) = await _pool.SignInAsync("demo@example.com", "Demo-1234!");

        var result = body["AuthenticationResult"]!;
        var keySet = await _pool.Http.GetStringAsync($"{_pool.Issuer}/.well-known/jwks.json");
        var id = Claims.Verified((string)result["IdToken"]!, keySet);
        Assert.Equal((200, "Bearer", 3600), (status, (string)result["TokenType"]!, (int)result["ExpiresIn"]!));
        Assert.Equal("demo@example.com", (string)id["email"]!);
        Assert.Equal("de300000-0000-4000-8000-000000000001", (string)id["sub"]!);
        Assert.Equal(
            "aws.cognito.signin.user.admin", (string)Claims.Verified((string)result["AccessToken"]!, keySet)["scope"]!);
    }

    [Theory]
    [InlineData("demo@example.com", "wrong")]
    [InlineData("nobody@example.com", "Demo-1234!")]
    public async Task InitiateAuth_WithAWrongNameOrPassword_SaysTheSame(string userName, string password)
    {
        var (status, body) = await _pool.SignInAsync(userName, password);

        Assert.Equal(400, status);
        Assert.Equal("NotAuthorizedException", (string)body["__type"]!);
        Assert.Equal("Incorrect username or password.", (string)body["message"]!);
    }

    [Fact]
    public async Task InitiateAuth_ByRefreshToken_KeepsTheTimeOfTheSignIn()
    {
        var (_, signedIn) = await _pool.SignInAsync("demo@example.com", "Demo-1234!");
        var first = signedIn["AuthenticationResult"]!;

        var (status, body) = await _pool.CallAsync("InitiateAuth", new JsonObject
        {
            ["AuthFlow"] = "REFRESH_TOKEN_AUTH",
            ["ClientId"] = _pool.ClientId,
            ["AuthParameters"] = new JsonObject { ["REFRESH_TOKEN"] = (string)first["RefreshToken"]! },
        });

        var keySet = await _pool.Http.GetStringAsync($"{_pool.Issuer}/.well-known/jwks.json");
        Assert.Equal(200, status);
        Assert.Null(body["AuthenticationResult"]!["RefreshToken"]);
        Assert.Equal(
            (long)Claims.Verified((string)first["IdToken"]!, keySet)["auth_time"]!,
            (long)Claims.Verified((string)body["AuthenticationResult"]!["IdToken"]!, keySet)["auth_time"]!);
    }

    [Fact]
    public async Task SignUp_WithAWeakPassword_NamesTheRule()
    {
        var (status, body) = await SignUpAsync("weak@example.com", "longenough1!");

        Assert.Equal((400, "InvalidPasswordException"), (status, (string)body["__type"]!));
        Assert.Equal("Password did not conform with policy: Password must have uppercase characters", (string)body["message"]!);
    }

    [Fact]
    public async Task SignUp_Unconfirmed_CannotSignIn()
    {
        var (status, body) = await SignUpAsync("late@example.com", "Later-1234!");
        var (signIn, error) = await _pool.SignInAsync("late@example.com", "Later-1234!");

        Assert.Equal((200, false), (status, (bool)body["UserConfirmed"]!));
        Assert.Equal((400, "UserNotConfirmedException"), (signIn, (string)error["__type"]!));
    }

    [Fact]
    public async Task SignUp_WithCapitals_MakesOneAccountThatSignsIn()
    {
        var (first, _) = await SignUpAsync("Jane.Doe@Example.com", "Janes-1234!", email: "Jane.Doe@Example.com");
        var (second, again) = await SignUpAsync("JANE.doe@example.com", "Janes-1234!", email: "jane.doe@example.COM");
        var (_, signIn) = await _pool.SignInAsync("jane.DOE@example.com", "Janes-1234!");

        Assert.Equal(200, first);
        Assert.Equal((400, "UsernameExistsException"), (second, (string)again["__type"]!));
        Assert.Equal("UserNotConfirmedException", (string)signIn["__type"]!);
    }

    [Fact]
    public void Pool_WhoseTemplateDoesNotSay_ComparesWithCase()
    {
        var silent = new PoolDefinition("id", new());
        var insensitive = new PoolDefinition("id", new() { UsernameConfiguration = new() { CaseSensitive = false } });

        Assert.Equal("Jane@Example.com", silent.Normalize("Jane@Example.com"));
        Assert.Equal("jane@example.com", insensitive.Normalize("Jane@Example.com"));
    }

    [Fact]
    public async Task GetTokensFromRefreshToken_NeedsNoSignature()
    {
        var (_, signedIn) = await _pool.SignInAsync("demo@example.com", "Demo-1234!");

        var (status, body) = await RefreshAsync((string)signedIn["AuthenticationResult"]!["RefreshToken"]!);
        var (wrong, error) = await RefreshAsync("a.b.c");

        var keySet = await _pool.Http.GetStringAsync($"{_pool.Issuer}/.well-known/jwks.json");
        Assert.Equal(200, status);
        Assert.Equal("demo@example.com", (string)Claims.Verified((string)body["AuthenticationResult"]!["IdToken"]!, keySet)["email"]!);
        Assert.Equal((400, "NotAuthorizedException"), (wrong, (string)error["__type"]!));

        Task<(int Status, JsonObject Body)> RefreshAsync(string token) => _pool.CallAsync(
            "GetTokensFromRefreshToken", new JsonObject { ["ClientId"] = _pool.ClientId, ["RefreshToken"] = token });
    }

    [Theory]
    [InlineData("sub", "de300000-0000-4000-8000-000000000001", "InvalidParameterException")]
    [InlineData("email_verified", "true", "NotAuthorizedException")]
    [InlineData("email", "demo@example.com", "InvalidParameterException")]
    public async Task SignUp_ThatClaimsToBeSomebodyElse_IsRefused(string attribute, string value, string type)
    {
        var (status, body) = await _pool.CallAsync("SignUp", new JsonObject
        {
            ["ClientId"] = _pool.ClientId,
            ["Username"] = "claims@example.com",
            ["Password"] = "Claims-123!",
            ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = attribute, ["Value"] = value }),
        });

        Assert.Equal((400, type), (status, (string)body["__type"]!));
    }

    [Fact]
    public async Task UpdateUserAttributes_ToTheEmailOfAnotherUser_IsRefused()
    {
        _pool.Caller = Caller.Root;
        await _pool.CallAsync("AdminCreateUser", new JsonObject
        {
            ["UserPoolId"] = _pool.PoolId,
            ["Username"] = "other@example.com",
            ["MessageAction"] = "SUPPRESS",
        });
        _pool.Caller = Caller.Anonymous;
        var (_, signedIn) = await _pool.SignInAsync("demo@example.com", "Demo-1234!");

        var (status, body) = await _pool.CallAsync("UpdateUserAttributes", new JsonObject
        {
            ["AccessToken"] = (string)signedIn["AuthenticationResult"]!["AccessToken"]!,
            ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = "Other@example.com" }),
        });

        Assert.Equal((400, "AliasExistsException"), (status, (string)body["__type"]!));
    }

    [Fact]
    public async Task UpdateUserPoolClient_IsRefusedByName_SinceTheTemplateSaysWhatItIs()
    {
        _pool.Caller = Caller.Root;

        var (status, body) = await _pool.CallAsync(
            "UpdateUserPoolClient", new JsonObject { ["UserPoolId"] = _pool.PoolId, ["ClientId"] = _pool.ClientId });

        _pool.Caller = Caller.Anonymous;
        Assert.Equal((400, "UnsupportedOperationException"), (status, (string)body["__type"]!));
    }

    [Fact]
    public async Task GetUser_WithATokenOfSomebodyElsesKey_IsRefused()
    {
        var (_, signedIn) = await _pool.SignInAsync("demo@example.com", "Demo-1234!");
        var token = (string)signedIn["AuthenticationResult"]!["AccessToken"]!;
        var parts = token.Split('.');

        var (good, user) = await _pool.CallAsync("GetUser", new JsonObject { ["AccessToken"] = token });
        var (bad, error) = await _pool.CallAsync(
            "GetUser", new JsonObject { ["AccessToken"] = $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}" });

        Assert.Equal((200, "de300000-0000-4000-8000-000000000001"), (good, (string)user["Username"]!));
        Assert.Equal((400, "NotAuthorizedException"), (bad, (string)error["__type"]!));
    }

    [Fact]
    public async Task AdminOperation_WithoutASignature_IsRefused()
    {
        var (status, body) = await _pool.CallAsync("AdminGetUser", AdminGetUser());

        Assert.Equal((400, "MissingAuthenticationTokenException"), (status, (string)body["__type"]!));
    }

    [Fact]
    public async Task AdminOperation_OfARoleWithoutPermission_IsDeniedByIam()
    {
        _pool.Caller = new Caller("arn:aws:sts::123456789012:assumed-role/r/s", "arn:aws:iam::123456789012:role/r");

        var (status, body) = await _pool.CallAsync("AdminGetUser", AdminGetUser());

        _pool.Caller = Caller.Anonymous;
        Assert.Equal((400, "AccessDeniedException"), (status, (string)body["__type"]!));
        Assert.EndsWith($"cognito-idp:AdminGetUser on resource: {_pool.PoolArn}", (string)body["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewPasswordRequired_AnswersOnlyToTheTemporaryPasswordAndItsSession()
    {
        _pool.Caller = Caller.Root;
        var (created, _) = await _pool.CallAsync("AdminCreateUser", new JsonObject
        {
            ["UserPoolId"] = _pool.PoolId,
            ["Username"] = "invited@example.com",
            ["TemporaryPassword"] = "Invite-123!",
            ["MessageAction"] = "SUPPRESS",
        });
        _pool.Caller = Caller.Anonymous;

        var (wrong, _) = await _pool.SignInAsync("invited@example.com", "Guessed-123!");
        var (_, challenge) = await _pool.SignInAsync("invited@example.com", "Invite-123!");
        var (forged, _) = await RespondAsync("a-session");
        var (status, body) = await RespondAsync((string)challenge["Session"]!);

        Assert.Equal((200, 400, 400, 200), (created, wrong, forged, status));
        Assert.Equal("NEW_PASSWORD_REQUIRED", (string)challenge["ChallengeName"]!);
        Assert.NotNull(body["AuthenticationResult"]!["RefreshToken"]);

        Task<(int Status, JsonObject Body)> RespondAsync(string session) => _pool.CallAsync("RespondToAuthChallenge", new JsonObject
        {
            ["ClientId"] = _pool.ClientId,
            ["ChallengeName"] = "NEW_PASSWORD_REQUIRED",
            ["Session"] = session,
            ["ChallengeResponses"] = new JsonObject { ["USERNAME"] = "invited@example.com", ["NEW_PASSWORD"] = "Mine-12345!" },
        });
    }

    [Theory]
    [InlineData("InitiateAuth", """{"ClientId":"unknown","AuthFlow":"USER_PASSWORD_AUTH"}""", "ResourceNotFoundException")]
    [InlineData("InitiateAuth", """{"ClientId":7}""", "ResourceNotFoundException")]
    [InlineData("GetUser", """{"AccessToken":"a.b.c"}""", "NotAuthorizedException")]
    [InlineData("GetUser", "{}", "InvalidParameterException")]
    [InlineData("ConfirmSignUp", "{}", "InvalidParameterException")]
    [InlineData("ResendConfirmationCode", "{}", "UnsupportedOperationException")]
    public async Task Request_ThatCannotBe_IsAnErrorOfTheCaller(string operation, string request, string type)
    {
        var (status, body) = await _pool.CallAsync(operation, JsonNode.Parse(request)!.AsObject());

        Assert.Equal((400, type), (status, (string)body["__type"]!));
    }

    private JsonObject AdminGetUser() => new() { ["UserPoolId"] = _pool.PoolId, ["Username"] = "demo@example.com" };

    private Task<(int Status, JsonObject Body)> SignUpAsync(string userName, string password, string? email = null)
    {
        var request = new JsonObject { ["ClientId"] = _pool.ClientId, ["Username"] = userName, ["Password"] = password };
        if (email is not null)
        {
            request["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = email });
        }

        return _pool.CallAsync("SignUp", request);
    }
}
