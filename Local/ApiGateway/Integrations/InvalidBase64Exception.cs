namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>An answer says that it is base64, the API decodes it, and it is not.</summary>
internal sealed class InvalidBase64Exception() : Exception("the body is not base64");
