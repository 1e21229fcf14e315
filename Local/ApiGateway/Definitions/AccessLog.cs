namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>The access log of a stage.</summary>
/// <param name="Group">The log group's name.</param>
/// <param name="Format">One line with <c>$context</c> variables.</param>
internal sealed record AccessLog(string Group, string Format);
