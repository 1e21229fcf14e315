using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class ThrottleRequestTests
{
    [Fact]
    public async Task Setting_CountsEachMethodOnItsOwn_AndASpecificOneComesFirst()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items");
        gateway.Method("GET", "/items/{id}");
        gateway.Method("POST", "/items/{id}");
        gateway.Stage(new
        {
            MethodSettings = new object[]
            {
                new { HttpMethod = "*", ResourcePath = "/*", ThrottlingRateLimit = 2, ThrottlingBurstLimit = 2 },
                new { HttpMethod = "POST", ResourcePath = "/~1items~1{id}", ThrottlingRateLimit = 1, ThrottlingBurstLimit = 1 },
            },
        });
        await gateway.StartAsync();

        Assert.Equal("200 200 429", await StatusesAsync(gateway, "GET", "/dev/items", 3));
        Assert.Equal("200 200 429", await StatusesAsync(gateway, "GET", "/dev/items/1", 3));
        Assert.Equal("200 429", await StatusesAsync(gateway, "POST", "/dev/items/1", 2));
        await FailureAsync(
            await gateway.Client.GetAsync("/dev/items"), 429, "TooManyRequestsException", """{"message":"Too Many Requests"}""");
        gateway.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal("200 429", await StatusesAsync(gateway, "GET", "/dev/items", 2));
        Assert.Equal("429", await StatusesAsync(gateway, "POST", "/dev/items/1", 1));
    }

    private static async Task<string> StatusesAsync(RunningApiGateway gateway, string method, string path, int count)
    {
        var statuses = new int[count];
        for (var i = 0; i < count; i++)
        {
            statuses[i] = (int)(await gateway.Client.SendAsync(new(new HttpMethod(method), path))).StatusCode;
        }

        return string.Join(' ', statuses);
    }
}
