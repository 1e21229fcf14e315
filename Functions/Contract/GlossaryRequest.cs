using System.ComponentModel.DataAnnotations;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Contract;

/// <summary>
/// What a reader writes of a glossary. Members that are not listed here are ignored, so that an answer can be sent back.
/// </summary>
/// <param name="Title">One line.</param>
/// <param name="Description">Several lines; empty when absent.</param>
/// <param name="Visibility"><c>public</c> or <c>private</c>; private when absent.</param>
public sealed record GlossaryRequest(
    [property: Required, StringLength(Limits.GlossaryTitle, MinimumLength = 1)] string? Title,
    [property: StringLength(Limits.GlossaryDescription)] string? Description = null,
    [property: AllowedValues("public", "private")] string? Visibility = null);
