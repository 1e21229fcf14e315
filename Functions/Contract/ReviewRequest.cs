using System.ComponentModel.DataAnnotations;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Contract;

/// <summary>What a reader tells of one review of a term. Members that are not listed here are ignored.</summary>
/// <param name="GlossaryId">The glossary, a ULID.</param>
/// <param name="TermId">The term that was asked for, a ULID.</param>
/// <param name="Quality">How well it was known, from 0, not at all, to 5, without hesitation.</param>
public sealed record ReviewRequest(
    [property: Required, StringLength(Ulid.Length, MinimumLength = Ulid.Length), RegularExpression(Ulid.Pattern)]
    string? GlossaryId,
    [property: Required, StringLength(Ulid.Length, MinimumLength = Ulid.Length), RegularExpression(Ulid.Pattern)]
    string? TermId,
    [property: Required, Range(Limits.WorstQuality, Limits.BestQuality)] int? Quality);
