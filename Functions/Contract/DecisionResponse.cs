namespace Lexicon.Functions.Contract;

/// <summary>What a moderator decided of a report.</summary>
/// <param name="Decision">hide, dismiss or show.</param>
/// <param name="Reason">Why.</param>
/// <param name="Moderator">Who: the identity of the identity pool, or the ARN of who signed without one.</param>
/// <param name="DecidedAt">When, UTC.</param>
public sealed record DecisionResponse(string Decision, string Reason, string Moderator, DateTime DecidedAt);
