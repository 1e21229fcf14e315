using System.Text.Json;

namespace Lexicon.Local.Tests.Aws;

public sealed class SignatureTimeTests(EndpointFixture fixture) : IClassFixture<EndpointFixture>
{
    [Theory]
    [InlineData("dynamodb", 299, 200)]
    [InlineData("dynamodb", -299, 200)]
    [InlineData("dynamodb", 301, 400)]
    [InlineData("dynamodb", -301, 400)]
    [InlineData("s3", -899, 200)]
    [InlineData("s3", -901, 403)]
    public async Task Clock_MayDifferByFiveMinutesOrFifteen(string service, int seconds, int status)
    {
        var request = fixture.Json(service) with { Time = fixture.Clock.GetUtcNow().AddSeconds(seconds) };

        Assert.Equal(status, (await EndpointFixture.AnswerAsync(request.Sign())).Status);
    }

    [Fact]
    public async Task LateRequest_IsToldTheTimes()
    {
        var answer = await EndpointFixture.AnswerAsync((fixture.Json("dynamodb") with
        {
            Time = fixture.Clock.GetUtcNow()
            .AddMinutes(-6)
        }).Sign());

        Assert.Equal(
            "Signature expired: 20261122T095400Z is now earlier than 20261122T095500Z (20261122T100000Z - 5 min.)",
            JsonDocument.Parse(answer.Body).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task PresignedUrl_IsValidForAWhile()
    {
        var request = fixture.Request("s3") with { Method = "GET", Path = "/bucket/key" };

        Assert.Equal((200, $"s3 {EndpointFixture.RootArn} "), await EndpointFixture.AnswerAsync(request.Presign(60)));
        var late = await EndpointFixture.AnswerAsync((request with { Time = fixture.Clock.GetUtcNow().AddSeconds(-61) }).Presign(60));
        Assert.Equal(403, late.Status);
        Assert.Contains("<Message>Request has expired</Message>", late.Body, StringComparison.Ordinal);
    }
}
