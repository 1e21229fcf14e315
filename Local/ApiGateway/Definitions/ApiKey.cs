namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>An API key.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Value">What clients send.</param>
/// <param name="Enabled">Whether it is taken at all.</param>
internal sealed record ApiKey(string Id, string Value, bool Enabled);
