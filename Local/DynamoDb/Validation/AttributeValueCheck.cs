using System.Text.Json;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// Whether an attribute value is one: exactly one type, numbers that are numbers, sets that are not empty and say nothing twice, and no
/// more than 32 levels (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html and
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html).
/// </summary>
internal static class AttributeValueCheck
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const int MostLevels = 32;

    private const string TooDeep =
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    /// <summary>What is wrong with the first wrong value of an item or key; null when nothing is.</summary>
    public static string? CheckAll(JsonElement attributes) => attributes.ValueKind != JsonValueKind.Object
        ? null
        : First(attributes.EnumerateObject(), static attribute => Check(attribute.Value));

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public static string? Check(JsonElement value) => Check(value, 1);

    private static string? Check(JsonElement value, int level)
    {
        if (level > MostLevels)
        {
            return TooDeep;
        }

        var types = value.ValueKind != JsonValueKind.Object
            ? []
            : value.EnumerateObject().Where(static type => type.Value.ValueKind != JsonValueKind.Null).ToList();
        return types.Count == 0
            ? "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
            : First(types, type => Check(type.Name, type.Value, level))
                ?? (types.Count > 1
                    ? "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
                    : null);
    }

    private static string? Check(string type, JsonElement value, int level) => type switch
    {
        "N" => NumberText.Check(value.GetString()!),
        "NULL" when !value.GetBoolean() => $"{Invalid}Null attribute value types must have the value of true",
        "SS" => Empty(value, "An string set  may not be empty")
            ?? Twice(value, static list => $"{Invalid}Input collection {list} contains duplicates."),
        "NS" => Empty(value, "An number set  may not be empty")
            ?? First(value.EnumerateArray(), static number => NumberText.Check(number.GetString() ?? ""))
            ?? Twice(value, static _ => "Input collection contains duplicates", NumberText.Canonical),
        "BS" => Empty(value, "Binary sets should not be empty")
            ?? Twice(value, static list => $"{Invalid}Input collection {list}of type BS contains duplicates."),
        "L" => First(value.EnumerateArray(), item => Check(item, level + 1)),
        "M" => First(value.EnumerateObject(), attribute => Check(attribute.Value, level + 1)),
        _ => null,
    };

    private static string? Empty(JsonElement set, string message) => set.GetArrayLength() == 0 ? Invalid + message : null;

    private static string? Twice(JsonElement set, Func<string, string> message, Func<string, string>? canonical = null)
    {
        var members = set.EnumerateArray().Select(static member => member.GetString() ?? "").ToList();
        return members.Select(canonical ?? (static member => member)).Distinct(StringComparer.Ordinal).Count() == members.Count
            ? null
            : message($"[{string.Join(", ", members)}]");
    }

    private static string? First<T>(IEnumerable<T> items, Func<T, string?> check) =>
        items.Select(check).FirstOrDefault(static found => found is not null);
}
