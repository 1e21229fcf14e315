using System.ComponentModel.DataAnnotations;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Contract;

/// <summary>
/// What a reader writes of a term. Members that are not listed here are ignored, so that an answer can be sent back.
/// </summary>
/// <param name="Term">The name, one line.</param>
/// <param name="Definition">Several lines.</param>
/// <param name="References">What the definition rests on; none when absent.</param>
/// <param name="Tags">One line each, no two alike but for case; none when absent.</param>
/// <param name="Pronunciation">How the name is said, one line, as in /ˈlɛksɪkən/; none when absent.</param>
public sealed record TermRequest(
    [property: Required, StringLength(Limits.TermName, MinimumLength = 1)] string? Term,
    [property: Required, StringLength(Limits.Definition, MinimumLength = 1)] string? Definition,
    [property: Items(Limits.References)] IReadOnlyList<ReferenceBody?>? References = null,
    [property: Items(Limits.Tags, MaximumLength = Limits.Tag)] IReadOnlyList<string?>? Tags = null,
    [property: StringLength(Limits.Pronunciation)] string? Pronunciation = null);
