namespace Lexicon.Infra.Tests.Api;

/// <summary>What a runaway client can cost is bounded, and more tightly where it writes.</summary>
public sealed class ThrottleTests
{
    [Theory, InEveryVariant]
    public void EachMethodThatWrites_IsThrottledMoreTightly(string stage)
    {
        var settings = Stages.Named(stage).Api.Only("AWS::ApiGateway::Stage").Items("MethodSettings").ToDictionary(
            setting => $"{setting["HttpMethod"]} {setting["ResourcePath"]}",
            setting => ($"{setting["ThrottlingRateLimit"]}", $"{setting["ThrottlingBurstLimit"]}"));
        var writes = Routes.All.Where(route => route.Method is not "GET");

        Assert.Equal(("500", "1000"), settings["* /*"]);
        Assert.All(writes, route => Assert.Equal(
            route.HasFunction ? ("50", "100") : ("10", "50"),
            settings.GetValueOrDefault($"{route.Method} /{route.Path.Replace("/", "~1", StringComparison.Ordinal)}")));
        Assert.Equal(writes.Count() + 1, settings.Count);
    }
}
