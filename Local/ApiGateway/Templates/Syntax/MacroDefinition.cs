namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A macro.</summary>
/// <param name="Parameters">The names of its parameters.</param>
/// <param name="Body">What it writes.</param>
internal sealed record MacroDefinition(IReadOnlyList<string> Parameters, Block Body);
