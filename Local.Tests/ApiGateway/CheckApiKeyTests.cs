using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class CheckApiKeyTests
{
    private const string Value = "abcdefghij0123456789";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another")]
    [InlineData("disabled-key-0123456789")]
    [InlineData("unplanned-key-0123456789")]
    public async Task RequestWithoutAKeyOfThePlan_IsForbidden(string? key)
    {
        await using var gateway = await StartAsync(new { });

        await FailureAsync(await GetAsync(gateway, key), 403, "ForbiddenException", """{"message":"Forbidden"}""");
        Assert.Empty(gateway.Functions.Events);
    }

    [Fact]
    public async Task Key_IsToldToThePersonWhoStartsTheRunner()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Provision("AWS::ApiGateway::ApiKey", "Key", new { Enabled = true, Value = "12345678901234567890" });
        gateway.Provision("AWS::ApiGateway::ApiKey", "Off", new { Enabled = false, Value = "09876543210987654321" });

        Assert.Equal([("API key", "12345678901234567890")], gateway.ReadyRows);
    }

    [Fact]
    public async Task RequestWithAKey_PassesAndCarriesIt()
    {
        await using var gateway = await StartAsync(new { });

        Assert.Equal(200, (int)(await GetAsync(gateway, Value)).StatusCode);
        var identity = gateway.Functions.Event["requestContext"]!["identity"]!;
        Assert.Equal(Value, (string?)identity["apiKey"]);
        Assert.Matches("^[a-z0-9]{10}$", (string?)identity["apiKeyId"]);
    }

    [Fact]
    public async Task Throttle_LetsABurstPass_AndRefills()
    {
        await using var gateway = await StartAsync(new { Throttle = new { RateLimit = 2, BurstLimit = 3 } });

        Assert.Equal("200 200 200 429", await StatusesAsync(gateway, 4));
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("200 200 429", await StatusesAsync(gateway, 3));
        await FailureAsync(
            await GetAsync(gateway, Value), 429, "TooManyRequestsException", """{"message":"Too Many Requests"}""");
    }

    [Fact]
    public async Task ThrottleOfAMethod_ComesBeforeThatOfThePlan()
    {
        await using var gateway = await StartAsync(
            new { Throttle = new { RateLimit = 100, BurstLimit = 100 } },
            new Dictionary<string, object> { ["/items/GET"] = new { RateLimit = 1, BurstLimit = 1 } });

        Assert.Equal("200 429", await StatusesAsync(gateway, 2));
    }

    [Theory]
    [InlineData("DAY", 14)]
    [InlineData("WEEK", 14)]
    [InlineData("MONTH", (24 * 8) + 14)]
    public async Task Quota_HoldsForItsPeriod(string period, int hours)
    {
        await using var gateway = await StartAsync(new { Quota = new { Limit = 2, Period = period } });

        Assert.Equal("200 200 429", await StatusesAsync(gateway, 3));
        await FailureAsync(await GetAsync(gateway, Value), 429, "LimitExceededException", """{"message":"Limit Exceeded"}""");
        gateway.Clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromHours(1));
        Assert.Equal("429", await StatusesAsync(gateway, 1));
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("200", await StatusesAsync(gateway, 1));
    }

    private static async Task<string> StatusesAsync(RunningApiGateway gateway, int count)
    {
        var statuses = new int[count];
        for (var i = 0; i < count; i++)
        {
            statuses[i] = (int)(await GetAsync(gateway, Value)).StatusCode;
        }

        return string.Join(' ', statuses);
    }

    private static async Task<RunningApiGateway> StartAsync(object plan, object? methods = null)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items", new { ApiKeyRequired = true });
        gateway.Stage();
        var planId = gateway.Provision("AWS::ApiGateway::UsagePlan", "Plan", new
        {
            ApiStages = new[] { new { ApiId = gateway.ApiId, Stage = "dev", Throttle = methods ?? new { } } },
        }, plan)["Ref"];
        foreach (var (name, value, enabled, planned) in ((string, string, bool, bool)[])
            [
                ("Key", Value, true, true), ("Disabled", "disabled-key-0123456789", false, true),
                ("Unplanned", "unplanned-key-0123456789", true, false),
            ])
        {
            var keyId = gateway.Provision("AWS::ApiGateway::ApiKey", name, new { Value = value, Enabled = enabled })["APIKeyId"];
            if (planned)
            {
                var planKey = gateway.Provision(
                    "AWS::ApiGateway::UsagePlanKey", $"Plan{name}", new { KeyId = keyId, KeyType = "API_KEY", UsagePlanId = planId });
                Assert.Equal($"{keyId}:{planId}", planKey["Ref"]);
            }
        }

        await gateway.StartAsync();
        return gateway;
    }

    private static Task<HttpResponseMessage> GetAsync(RunningApiGateway gateway, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/dev/items");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("X-API-Key", key);
        }

        return gateway.Client.SendAsync(request);
    }
}
