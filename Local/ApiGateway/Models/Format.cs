namespace Lexicon.Local.ApiGateway.Models;

/// <summary>A format that strings may have.</summary>
/// <param name="Mistake">The end of the message about a string that does not have the format.</param>
/// <param name="IsValid">Whether a string has the format.</param>
internal sealed record Format(string Mistake, Func<string, bool> IsValid);
