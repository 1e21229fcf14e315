namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>What of a request is validated.</summary>
internal sealed record RequestValidator(bool Body, bool Parameters);
