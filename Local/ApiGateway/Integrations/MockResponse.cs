namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>An integration response of a mock.</summary>
/// <param name="Status">The status that is sent.</param>
/// <param name="SelectionPattern">Matches the mock's status; null: the default response.</param>
/// <param name="Headers">Header names with the expressions of their values.</param>
/// <param name="Templates">Bodies by media type.</param>
/// <param name="Origins">Origins that <c>Access-Control-Allow-Origin</c> repeats to a request from one.</param>
internal sealed record MockResponse(
    int Status,
    string? SelectionPattern,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Templates,
    IReadOnlyList<string> Origins);
