namespace Lexicon.Functions.Domain;

/// <summary>Which page of a list.</summary>
/// <param name="Limit">How many items at most, 1 to <see cref="Limits.Page"/>.</param>
/// <param name="After">The position after which it begins; null for the first page.</param>
internal sealed record PageRequest(int Limit, string? After);
