namespace Lexicon.Functions.Domain;

/// <summary>What a moderator decided of a report.</summary>
internal sealed record Decision(DecisionDraft Draft, string Moderator, DateTimeOffset DecidedAt);
