namespace Lexicon.Infra.Tests.Documents.Costs;

/// <summary>What a million runs use and cost of a function that an event or a message runs; the table is not in it.</summary>
internal sealed record RunCosts(decimal GigabyteSeconds, string Architecture, Usage Usage)
{
    private const decimal Runs = 1_000_000;
    private const decimal Gigabyte = 1024 * 1024 * 1024;

    private static PriceList Prices => PriceList.Current;

    public decimal Lambda => Prices.Of("lambdaRequest", Runs) + Prices.Of($"lambdaGigabyteSecond{Architecture}", GigabyteSeconds);

    public decimal Logs => Prices.Of("logIngestion", Usage.LogBytes!.Value * Runs / Gigabyte);

    /// <summary>The costs of a function; null as long as somebody has to measure it.</summary>
    public static RunCosts? Of(Resource function)
    {
        if (Usage.OfFunction(function.Text("Environment.Variables.OPERATION")) is not { BilledMilliseconds: { } milliseconds } usage)
        {
            return null;
        }

        var gigabytes = decimal.Parse(function.Text("MemorySize"), CultureInfo.InvariantCulture) / 1024;
        return new(gigabytes * milliseconds / 1000 * Runs, function.Text("Architectures") == "arm64" ? "Arm" : "X86", usage);
    }
}
