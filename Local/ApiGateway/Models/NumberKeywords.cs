using System.Text.Json;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// Keywords for numbers, exact at any size (JSON Schema Validation, draft 4, section 5.1:
/// https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00#section-5.1).
/// </summary>
internal static class NumberKeywords
{
    public static Rule MultipleOf(Keyword keyword)
    {
        var divisor = keyword.Number.Digits.Sign > 0 ? keyword.Number : throw keyword.Error("is not above zero");
        return OfNumbers((number, text) => number.IsMultipleOf(divisor)
            ? null
            : $"remainder of division is not zero ({text} / {keyword.Value!.ToJsonString()})");
    }

    public static Rule Minimum(Keyword keyword)
    {
        var (limit, shown) = (keyword.Number, keyword.Value!.ToJsonString());
        var exclusive = keyword.Sibling("exclusiveMinimum")?.Flag ?? false;
        return OfNumbers((number, text) => number.CompareTo(limit) switch
        {
            < 0 when !exclusive => $"numeric instance is lower than the required minimum (minimum: {shown}, found: {text})",
            <= 0 when exclusive => $"numeric instance is not strictly greater than the required minimum {shown}",
            _ => null,
        });
    }

    public static Rule Maximum(Keyword keyword)
    {
        var (limit, shown) = (keyword.Number, keyword.Value!.ToJsonString());
        var exclusive = keyword.Sibling("exclusiveMaximum")?.Flag ?? false;
        return OfNumbers((number, text) => number.CompareTo(limit) switch
        {
            > 0 when !exclusive => $"numeric instance is greater than the required maximum (maximum: {shown}, found: {text})",
            >= 0 when exclusive => $"numeric instance is not strictly lower than the required maximum {shown}",
            _ => null,
        });
    }

    private static Rule OfNumbers(Func<JsonNumber, string, string?> mistake) => value =>
        value.ValueKind == JsonValueKind.Number && mistake(JsonNumber.Parse(value.GetRawText()), value.GetRawText()) is { } found
            ? [found]
            : [];
}
