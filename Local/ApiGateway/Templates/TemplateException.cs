namespace Lexicon.Local.ApiGateway.Templates;

/// <summary>A mapping template cannot be read or rendered.</summary>
/// <param name="message">Why, for the execution log.</param>
internal sealed class TemplateException(string message) : Exception(message);
