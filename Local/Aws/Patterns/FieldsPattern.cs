using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns;

/// <summary>
/// An object of a pattern: all of its fields must match, and one of each <c>$or</c>. Where the event has an array of objects, one of
/// them must match as a whole.
/// </summary>
/// <param name="fields">The fields by name.</param>
/// <param name="alternatives">What each <c>$or</c> has.</param>
internal sealed class FieldsPattern(
    IReadOnlyDictionary<string, IPattern> fields, IReadOnlyList<IReadOnlyList<FieldsPattern>> alternatives) : IPattern
{
    public int Keys => fields.Values.Sum(one => one.Keys) + alternatives.Sum(group => group.Sum(one => one.Keys));

    public long Combinations =>
        fields.Values.Aggregate(1L, static (product, one) => product * one.Combinations)
        * alternatives.Aggregate(1L, static (product, group) => product * group.Sum(one => one.Combinations));

    public bool Matches(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Array } array when array.GetArrayLength() > 0 =>
            array.EnumerateArray().Any(element => Matches(element)),
        _ => fields.All(one => one.Value.Matches(Member(value, one.Key)))
            && alternatives.All(group => group.Any(one => one.Matches(value))),
    };

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var member) ? member : null;
}
