using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>A resource with the values of its path parameters.</summary>
internal sealed record RouteMatch(ApiResource Resource, IReadOnlyDictionary<string, string> Parameters);
