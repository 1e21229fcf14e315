namespace Lexicon.Infra.Tests.Documents.Costs;

/// <summary><c>docs/prices.json</c>: what AWS asks, and for what it asks while nobody asks for anything.</summary>
internal sealed record PriceList(
    string Region,
    DateOnly ReadOn,
    IReadOnlyDictionary<string, Price> Prices,
    IReadOnlyList<string> NotFound,
    IReadOnlyDictionary<string, string> Idle,
    IReadOnlyList<string> FreeWhileIdle)
{
    public static PriceList Current { get; } = JsonSerializer.Deserialize<PriceList>(
        File.ReadAllText(Repository.File("docs", "prices.json")), JsonSerializerOptions.Web)!;

    /// <summary>What so much of it costs.</summary>
    public decimal Of(string name, decimal quantity) => Prices[name].Usd * quantity / Prices[name].Per;
}
