using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Tests.Logging;

public sealed class LogSettingsTests
{
    [Theory]
    [InlineData(null, null, 0.01)]
    [InlineData(null, "", 0.01)]
    [InlineData(null, "0", 0)]
    [InlineData("INFO", "0.25", 0.25)]
    [InlineData("DEBUG", "0", 1)]
    [InlineData("debug", null, 1)]
    public void Details_AreLoggedOfSoManyRequests(string? level, string? rate, double expected) =>
        Assert.Equal(expected, From(level, rate).DetailRate);

    [Theory]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("often")]
    public void ARateThatIsNone_IsRefusedByName(string rate) => Assert.Equal(
        "LOG_SAMPLE_RATE must be a number from 0 to 1.",
        Assert.Throws<InvalidOperationException>(() => From(null, rate)).Message);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1", "1-5bef4de7-ad49b0e87f6ef6c87fc2e700")]
    [InlineData("Sampled=0", null)]
    public void TheTrace_IsTheRootOfItsHeader(string? header, string? trace) => Assert.Equal(trace, Traces.IdOf(header));

    private static LogSettings From(string? level, string? rate) => LogSettings.FromEnvironment(name => name switch
    {
        "LOG_LEVEL" => level,
        "LOG_SAMPLE_RATE" => rate,
        _ => null,
    });
}
