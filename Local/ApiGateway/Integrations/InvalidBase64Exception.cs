namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>A response is declared as base64, the API decodes it, and it is not base64.</summary>
internal sealed class InvalidBase64Exception() : Exception("the body is not base64");
