using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>
/// The bytes of an item
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
/// </summary>
internal static class ItemSize
{
    private const int OfDocument = 3;

    /// <summary>The size of an item: of its names and its values.</summary>
    public static int Of(JsonObject item) => item.Sum(static attribute => Utf8(attribute.Key) + OfValue(attribute.Value));

    private static int OfValue(JsonNode? value)
    {
        if (value is not JsonObject { Count: 1 } typed)
        {
            return 0;
        }

        var (type, content) = typed.First();
        return (type, content) switch
        {
            ("S", _) => Utf8((string)content!),
            ("N", _) => OfNumber((string)content!),
            ("B", _) => Convert.FromBase64String((string)content!).Length,
            ("SS", JsonArray set) => set.Sum(static member => Utf8((string)member!)),
            ("NS", JsonArray set) => set.Sum(static member => OfNumber((string)member!)),
            ("BS", JsonArray set) => set.Sum(static member => Convert.FromBase64String((string)member!).Length),
            ("L", JsonArray list) => OfDocument + list.Sum(static item => 1 + OfValue(item)),
            ("M", JsonObject map) => OfDocument + map.Sum(static entry => 1 + Utf8(entry.Key) + OfValue(entry.Value)),
            _ => 1,
        };
    }

    // A byte for two digits, and one.
    private static int OfNumber(string number) => (number.Count(char.IsAsciiDigit) + 1) / 2 + 1;

    private static int Utf8(string text) => Encoding.UTF8.GetByteCount(text);
}
