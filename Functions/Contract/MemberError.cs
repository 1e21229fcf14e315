using System.Text.Json.Serialization;

namespace Lexicon.Functions.Contract;

/// <summary>What is wrong with one member of the body.</summary>
/// <param name="Member">Which one, a JSON Pointer (RFC 6901): <c>/tags/2</c>.</param>
/// <param name="Detail">What is wrong with it.</param>
public sealed record MemberError([property: JsonPropertyName("pointer")] string Member, string Detail);
