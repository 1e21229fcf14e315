namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>What a filter compares: a literal, or what a path finds first.</summary>
/// <param name="IsThere">Whether there is anything.</param>
/// <param name="Value">What there is.</param>
internal readonly record struct JsonOperand(bool IsThere, object? Value);
