using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>A method of a resource, with the values of the path parameters.</summary>
internal sealed record RouteMatch(ApiResource Resource, ApiMethod Method, IReadOnlyDictionary<string, string> Parameters);
