using System.Text.Json.Nodes;

namespace Lexicon.Local.WebConsole.Map;

/// <summary>AWS's list prices, from <c>docs/prices.json</c>, which is part of the program.</summary>
internal sealed class Prices
{
    private readonly JsonObject _document;

    private Prices(JsonObject document) => _document = document;

    /// <summary>Those that the program has.</summary>
    public static Prices Known { get; } = Read();

    /// <summary>When they were read, and for which Region.</summary>
    public string Source => $"AWS's list prices of {_document["readOn"]} for {_document["region"]}";

    /// <summary>A price: dollars for so many of a unit, and AWS's page.</summary>
    public (double Dollars, string Unit, string Page) Of(string name)
    {
        var price = _document["prices"]![name]!;
        return ((double)price["usd"]! / (double)price["per"]!, $"{price["unit"]}", $"{price["page"]}");
    }

    /// <summary>The price of a month of a resource of some type with which nothing is done; null: that is free, or not known.</summary>
    public string? OfAMonth(string type) => (string?)_document["idle"]![type];

    private static Prices Read()
    {
        using var file = typeof(Prices).Assembly.GetManifestResourceStream("prices.json")!;
        return new(JsonNode.Parse(file)!.AsObject());
    }
}
