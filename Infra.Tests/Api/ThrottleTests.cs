using System.Globalization;
using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Api;

/// <summary>What a runaway client can cost is bounded, and more tightly where it writes.</summary>
public sealed class ThrottleTests
{
    [Theory]
    [InEveryVariant]
    public void EveryMethod_IsThrottled(string stage) => Assert.Equal((500, 1_000), SettingsOf(stage)["* /*"]);

    [Theory]
    [InEveryVariant]
    public void EachMethodThatWrites_IsThrottledMoreTightly(string stage)
    {
        var settings = SettingsOf(stage);
        var writes = Routes.All.Where(route => route.Method is not "GET");

        Assert.All(writes, route => Assert.Equal(
            (50, 100), settings[$"{route.Method} {route.Path.Replace("/", "~1", StringComparison.Ordinal).Insert(0, "/")}"]));
        Assert.Equal(writes.Count() + 1, settings.Count);
    }

    private static Dictionary<string, (double Rate, double Burst)> SettingsOf(string stage) =>
        Stages.Named(stage).Api.Only("AWS::ApiGateway::Stage")["MethodSettings"]!.AsArray().ToDictionary(
            settings => $"{settings!["HttpMethod"]} {settings["ResourcePath"]}",
            settings => (Number(settings!["ThrottlingRateLimit"]), Number(settings["ThrottlingBurstLimit"])));

    private static double Number(System.Text.Json.Nodes.JsonNode? node) => double.Parse($"{node}", CultureInfo.InvariantCulture);
}
