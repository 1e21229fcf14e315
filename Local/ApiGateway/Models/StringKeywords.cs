using System.Text.Json;
using static Lexicon.Local.ApiGateway.Models.JsonValues;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// Keywords for strings, their lengths in code points (JSON Schema Validation, draft 4, sections 5.2 and 7:
/// https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00#section-5.2).
/// </summary>
internal static class StringKeywords
{
    public static Rule MinLength(Keyword keyword)
    {
        var (limit, shown) = (keyword.Count, keyword.Value!.ToJsonString());
        return OfStrings(text => JsonNumber.From(Length(text)).CompareTo(limit) < 0
            ? $"string {Json(text)} is too short (length: {Length(text)}, required minimum: {shown})"
            : null);
    }

    public static Rule MaxLength(Keyword keyword)
    {
        var (limit, shown) = (keyword.Count, keyword.Value!.ToJsonString());
        return OfStrings(text => JsonNumber.From(Length(text)).CompareTo(limit) > 0
            ? $"string {Json(text)} is too long (length: {Length(text)}, maximum allowed: {shown})"
            : null);
    }

    public static Rule Pattern(Keyword keyword)
    {
        var pattern = EcmaPattern.Read(keyword.Text, keyword);
        return OfStrings(text => pattern.IsMatch(text)
            ? null
            : $"ECMA 262 regex {Json(keyword.Text)} does not match input string {Json(text)}");
    }

    public static Rule Format(Keyword keyword)
    {
        var check = Formats.All.GetValueOrDefault(keyword.Text);
        return OfStrings(text => check?.IsValid(text) == false ? $"string {Json(text)} is {check.Mistake}" : null);
    }

    private static Rule OfStrings(Func<string, string?> mistake) => value =>
        value.ValueKind == JsonValueKind.String && mistake(value.GetString()!) is { } found ? [found] : [];
}
