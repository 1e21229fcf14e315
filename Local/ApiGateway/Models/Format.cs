namespace Lexicon.Local.ApiGateway.Models;

/// <summary>A format that strings may have.</summary>
/// <param name="Mistake">What is said of a string that is not of it.</param>
/// <param name="IsValid">Whether a string is.</param>
internal sealed record Format(string Mistake, Func<string, bool> IsValid);
