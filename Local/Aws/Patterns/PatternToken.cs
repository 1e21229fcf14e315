using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns;

/// <summary>A token of a pattern.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Text">The text of a string or a name, or the literal as it is written.</param>
/// <param name="Begin">Where it begins, in bytes.</param>
/// <param name="End">Where it ends, in bytes.</param>
internal sealed record PatternToken(JsonTokenType Type, string Text, int Begin, int End);
