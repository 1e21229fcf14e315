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

    [Fact]
    public async Task RefusedRequest_IsExplainedAtItsSpan_ByTheThrottleThatItMet()
    {
        using var spans = new SpanListener();
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items");
        gateway.Stage(new
        {
            MethodSettings = new object[]
            {
                new { HttpMethod = "*", ResourcePath = "/*", ThrottlingRateLimit = 0.5, ThrottlingBurstLimit = 1 },
            },
        });
        await gateway.StartAsync();
        await gateway.Client.GetAsync("/dev/items");

        var refused = await gateway.Client.GetAsync("/dev/items");

        var id = Header(refused, "x-amzn-RequestId");
        var span = await spans.SingleAsync(span => (string?)span.GetTagItem("aws.request_id") == id);
        Assert.Equal("Too Many Requests: the stage takes 0.5 a second and 1 at once of GET /items.", span.StatusDescription);
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
