using Amazon.Lambda.APIGatewayEvents;
using Lexicon.Functions.Http;

namespace Lexicon.Functions.Tests.Http;

public sealed class CrossOriginTests
{
    [Fact]
    public void Answer_SaysNothingOfOrigins_WhenNoneIsAllowed() =>
        Assert.Empty(Marked(null, "https://one.example"));

    [Theory]
    [InlineData("https://one.example")]
    [InlineData("https://two.example")]
    public void AllowedOrigin_MayReadTheAnswer(string origin) => Assert.Equal(
        new Dictionary<string, string>
        {
            ["Vary"] = "Origin",
            ["Access-Control-Allow-Origin"] = origin,
            ["Access-Control-Expose-Headers"] = "ETag, Location, Retry-After",
        },
        Marked("https://one.example,https://two.example", origin));

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://one.example.evil.example")]
    [InlineData("https://ONE.example")]
    public void AnyOtherOrigin_MayNot(string? origin) => Assert.Equal(
        new Dictionary<string, string> { ["Vary"] = "Origin" }, Marked("https://one.example", origin));

    private static Dictionary<string, string> Marked(string? allowed, string? origin)
    {
        var response = new APIGatewayProxyResponse { Headers = new Dictionary<string, string>() };
        new CrossOrigin(allowed).AddTo(response, origin);
        return new(response.Headers!);
    }
}
