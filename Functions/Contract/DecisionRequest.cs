using System.ComponentModel.DataAnnotations;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Contract;

/// <summary>What a moderator decides of a report. Members that are not listed here are ignored.</summary>
/// <param name="Decision">
/// hide takes the term from everybody but its owner; dismiss leaves it as it is; show gives back a term that was hidden, by this report
/// or another.
/// </param>
/// <param name="Reason">Why; of a term that is hidden its owner reads it.</param>
public sealed record DecisionRequest(
    [property: Required, AllowedValues(DecisionDraft.Hide, DecisionDraft.Dismiss, DecisionDraft.Show)] string? Decision,
    [property: Required, StringLength(Limits.DecisionReason, MinimumLength = 1)] string? Reason);
