namespace Lexicon.Infra.Tests.Documents.Costs;

/// <summary>What a million requests of one operation use and cost: its function as the template has it, and what was measured.</summary>
internal sealed record RequestCosts(string Operation, decimal GigabyteSeconds, string Architecture, Usage Usage, Capacity Capacity)
{
    private const decimal Requests = 1_000_000;
    private const decimal Gigabyte = 1024 * 1024 * 1024;

    // X-Ray records the first request of each second and five of a hundred further ones:
    // https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html.
    private const decimal TracedShare = 0.05m;

    private static PriceList Prices => PriceList.Current;

    public decimal Lambda => Prices.Of("lambdaRequest", Requests) + Prices.Of($"lambdaGigabyteSecond{Architecture}", GigabyteSeconds);

    public static decimal Api => Prices.Of("apiRequest", Requests);

    public decimal Table => Prices.Of("tableRead", Capacity.Read * Requests) + Prices.Of("tableWrite", Capacity.Write * Requests);

    public decimal Edge => Prices.Of("edgeRequest", Requests) + Prices.Of("edgeTransfer", Usage.ResponseBytes!.Value * Requests / Gigabyte);

    /// <summary>The lines of the function and the line of the API.</summary>
    public decimal LogBytes => Usage.LogBytes!.Value + Costs.Usage.AccessLogBytes;

    public decimal Logs => Prices.Of("logIngestion", LogBytes * Requests / Gigabyte) + Prices.Of("trace", TracedShare * Requests);

    public decimal Total => Lambda + Api + Table + Edge + Logs;

    /// <summary>The costs of the operation that a function serves; null as long as somebody has to measure it.</summary>
    public static RequestCosts? Of(Resource function)
    {
        var operation = function.Text("Environment.Variables.OPERATION");
        if (Usage.Of(operation) is not { BilledMilliseconds: { } milliseconds } usage || Usage.CapacityOf(operation) is not { } capacity)
        {
            return null;
        }

        var gigabytes = decimal.Parse(function.Text("MemorySize"), CultureInfo.InvariantCulture) / 1024;
        var architecture = function.Text("Architectures") == "arm64" ? "Arm" : "X86";
        return new RequestCosts(operation, gigabytes * milliseconds / 1000 * Requests, architecture, usage, capacity);
    }
}
