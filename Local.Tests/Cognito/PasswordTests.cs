using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.Cognito.Api;
using Lexicon.Local.Cognito.Resources;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Tests.Cognito;

/// <summary>Forgotten passwords, by the API and on the pages, and the rules of new ones.</summary>
[Collection(nameof(PoolFixture))]
public sealed class PasswordTests(PoolFixture fixture)
{
    private readonly RunningCognito _pool = fixture.Pool;

    [Fact]
    public async Task ForgotPassword_SaysWhereTheCodeWent_AndTheCodeBringsANewPasswordOnce()
    {
        var name = await ReaderAsync("forgets@example.com");

        var (status, body) = await ForgotAsync("Forgets@example.com");
        var code = _pool.Codes.Single(code => code.To == name);
        var (confirmed, answer) = await ConfirmAsync(name, code.Code, "Another-1234!");
        var (again, error) = await ConfirmAsync(name, code.Code, "Third-1234567!");

        Assert.Equal(200, status);
        Assert.Equal(
            """{"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"f***@e***"}}""",
            body.ToJsonString());
        Assert.Equal("lets a new password be chosen", code.Purpose);
        Assert.Equal((200, "{}"), (confirmed, answer.ToJsonString()));
        Assert.Equal(
            (400, "ExpiredCodeException", "Invalid code provided, please request a code again."),
            (again, (string)error["__type"]!, (string)error["message"]!));
        Assert.Equal(200, (await _pool.SignInAsync(name, "Another-1234!")).Status);
        Assert.Equal(400, (await _pool.SignInAsync(name, "Before-1234!")).Status);
    }

    [Theory]
    [InlineData("000000", "Another-1234!", "CodeMismatchException", "Invalid verification code provided, please try again.")]
    [InlineData(null, "Another-1234!", "InvalidParameterException", "Missing required parameter ConfirmationCode")]
    [InlineData("000000", null, "InvalidParameterException", "Missing required parameter Password")]
    [InlineData("000000", "weak", "InvalidPasswordException", "Password did not conform with policy: Password not long enough")]
    public async Task ConfirmForgotPassword_WithWhatIsNotRight_ChangesNothing(string? code, string? password, string type, string message)
    {
        var name = await ReaderAsync($"{Guid.NewGuid():N}@example.com");
        await ForgotAsync(name);

        var (status, error) = await ConfirmAsync(name, code, password);

        Assert.Equal((400, type, message), (status, (string)error["__type"]!, (string)error["message"]!));
        Assert.Equal(200, (await _pool.SignInAsync(name, "Before-1234!")).Status);
    }

    /// <summary>Nobody learns who has an account: an unknown, an unconfirmed and a known user are answered alike.</summary>
    [Fact]
    public async Task ForgotPassword_OfWhoHasNoAccount_IsAnsweredAlike_AndNoCodeIsRightThen()
    {
        await _pool.CallAsync("SignUp", new JsonObject
        {
            ["ClientId"] = _pool.ClientId,
            ["Username"] = "unconfirmed@example.com",
            ["Password"] = "Before-1234!",
            ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = "unconfirmed@example.com" }),
        });

        foreach (var name in new[] { "unknown@example.com", "unconfirmed@example.com" })
        {
            var (status, body) = await ForgotAsync(name);
            var sent = _pool.Codes.FirstOrDefault(code => code.To == name)?.Code;
            var (refused, error) = await ConfirmAsync(name, sent ?? "1", "Another-1234!");

            Assert.Equal((200, "u***@e***"), (status, (string)body["CodeDeliveryDetails"]!["Destination"]!));
            Assert.Equal((400, "CodeMismatchException"), (refused, (string)error["__type"]!));
        }
    }

    [Fact]
    public async Task ConfirmForgotPassword_WhereNobodyAskedForACode_IsExpired()
    {
        var name = await ReaderAsync("remembers@example.com");

        var (status, error) = await ConfirmAsync(name, "123456", "Another-1234!");

        Assert.Equal((400, "ExpiredCodeException"), (status, (string)error["__type"]!));
    }

    [Fact]
    public async Task Pages_LeadFromAForgottenPasswordToANewOne()
    {
        var name = await ReaderAsync("page@example.com");
        using var browser = new Browser(_pool);

        var asked = await browser.PostAsync("forgotPassword", ("username", "Page@example.com"));
        var code = Regex.Match(asked, "<strong>([0-9]{4,6})</strong>").Groups[1].Value;
        var mistaken = await browser.PostAsync("confirmForgotPassword", ("username", name), ("code", "1"), ("password", "Another-1234!"));
        var weak = await browser.PostAsync("confirmForgotPassword", ("username", name), ("code", code), ("password", "weak"));
        var done = await browser.PostAsync(
            "confirmForgotPassword", ("username", name), ("code", $" {code} "), ("password", "Another-1234!"));
        using var answer = await browser.SignInAsync(name, "Another-1234!");

        Assert.Contains("Invalid verification code provided, please try again.", mistaken, StringComparison.Ordinal);
        Assert.Contains("Password not long enough", weak, StringComparison.Ordinal);
        Assert.Contains("""<p class="notice" role="status">Your password is changed.""", done, StringComparison.Ordinal);
        Assert.StartsWith(_pool.Callback, answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfWhoHasNoAccount_ShowsNoCode()
    {
        using var browser = new Browser(_pool);

        var html = await browser.PostAsync("forgotPassword", ("username", "\"><script>alert(1)</script>"));

        Assert.Contains("There is none on this machine", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signup")]
    [InlineData("confirmForgotPassword")]
    public async Task Pages_ThatTakeANewPassword_SayItsRulesBefore(string path)
    {
        using var browser = new Browser(_pool);

        var html = await browser.PageAsync(path);

        Assert.Equal(
            ["at least 10 characters", "an upper case letter", "a lower case letter", "a digit", "a symbol, such as ! or -"],
            Regex.Matches(html, "<li [^>]*>([^<]*)</li>").Select(rule => rule.Groups[1].Value));
    }

    [Fact]
    public void Rules_AreThoseOfTheTemplate() => Assert.Equal(
        ["at least 6 characters", "a digit"],
        PasswordPolicy.Rules(new() { MinimumLength = 6, RequireLowercase = false, RequireUppercase = false, RequireSymbols = false })
            .Select(rule => rule.Text));

    [Theory]
    [InlineData("Abcdefg1^", null)]
    [InlineData("Abc defg1", null)]
    [InlineData("Abcdef1-", "Password not long enough")]
    [InlineData("abcdefg1!", "Password must have uppercase characters")]
    [InlineData("Äbcdefg1!", "Password must have uppercase characters")]
    [InlineData("ABCDEFG1!", "Password must have lowercase characters")]
    [InlineData("Abcdefgh!", "Password must have numeric characters")]
    [InlineData("Abcdefgh1", "Password must have symbol characters")]
    public void Password_LacksTheFirstRuleThatItBreaks(string password, string? broken)
    {
        var error = Record.Exception(() => PasswordPolicy.Check(new() { MinimumLength = 9 }, password));

        Assert.Equal(broken is null ? null : $"Password did not conform with policy: {broken}", error?.Message);
    }

    [Theory]
    [InlineData("verified_email", true)]
    [InlineData("admin_only", false)]
    public void Pool_RecoversPasswordsByEMail_UnlessItsTemplateSaysOtherwise(string mechanism, bool recovers)
    {
        var pool = new PoolDefinition("id", new UserPoolProperties
        {
            AccountRecoverySetting = new() { RecoveryMechanisms = [new() { Name = mechanism, Priority = 1 }] },
        });

        Assert.Equal((recovers, true), (pool.RecoversPasswords, new PoolDefinition("id", new()).RecoversPasswords));
    }

    private async Task<string> ReaderAsync(string name)
    {
        await _pool.CallAsync("SignUp", new JsonObject
        {
            ["ClientId"] = _pool.ClientId,
            ["Username"] = name,
            ["Password"] = "Before-1234!",
            ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = name }),
        });
        var code = _pool.Codes.Single(code => code.To == name).Code;
        var (status, _) = await _pool.CallAsync("ConfirmSignUp", new JsonObject
        {
            ["ClientId"] = _pool.ClientId,
            ["Username"] = name,
            ["ConfirmationCode"] = code,
        });
        Assert.Equal(200, status);
        return name;
    }

    private Task<(int Status, JsonObject Body)> ForgotAsync(string name) => _pool.CallAsync(
        "ForgotPassword", new JsonObject { ["ClientId"] = _pool.ClientId, ["Username"] = name });

    private Task<(int Status, JsonObject Body)> ConfirmAsync(string name, string? code, string? password)
    {
        JsonObject request = new() { ["ClientId"] = _pool.ClientId, ["Username"] = name };
        if (code is not null)
        {
            request["ConfirmationCode"] = code;
        }

        if (password is not null)
        {
            request["Password"] = password;
        }

        return _pool.CallAsync("ConfirmForgotPassword", request);
    }
}
