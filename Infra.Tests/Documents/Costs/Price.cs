namespace Lexicon.Infra.Tests.Documents.Costs;

/// <summary>A list price: so many dollars for so many units, and the page that says so.</summary>
internal sealed record Price(decimal Usd, decimal Per, string Unit, Uri Page);
