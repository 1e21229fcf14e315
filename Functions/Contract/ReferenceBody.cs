using System.ComponentModel.DataAnnotations;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Contract;

/// <summary>A page that a definition rests on, in requests and in answers.</summary>
/// <param name="Title">One line.</param>
/// <param name="Url">An absolute <c>https</c> or <c>http</c> address.</param>
public sealed record ReferenceBody(
    [property: Required, StringLength(Limits.ReferenceTitle, MinimumLength = 1)] string? Title,
    [property: Required, StringLength(Limits.ReferenceUrl, MinimumLength = 1)] string? Url);
