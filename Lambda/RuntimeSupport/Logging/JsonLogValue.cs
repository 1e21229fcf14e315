using System.Collections;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// A value of a structured message as JSON: numbers, booleans, lists and dictionaries as such, everything else as its text.
/// Objects are not taken apart, which would need reflection.
/// </summary>
internal static class JsonLogValue
{
    public static void Write(Utf8JsonWriter json, TemplateHole hole, object? value)
    {
        switch (value)
        {
            case string or byte[]:
                WriteScalar(json, hole, value);
                break;
            case IDictionary map:
                WriteMap(json, hole, map);
                break;
            case IList list:
                WriteList(json, hole, list);
                break;
            default:
                WriteScalar(json, hole, value);
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter json, TemplateHole hole, IDictionary map)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            json.WritePropertyName(entry.Key.ToString() ?? "");
            WriteScalar(json, hole, entry.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, TemplateHole hole, IList list)
    {
        json.WriteStartArray();
        foreach (var item in list)
        {
            WriteScalar(json, hole, item);
        }

        json.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter json, TemplateHole hole, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool boolean:
                json.WriteBooleanValue(boolean);
                break;
            case byte[] bytes:
                json.WriteStringValue(Convert.ToHexString(bytes));
                break;
            case float number when hole.Specifier is null && float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double number when hole.Specifier is null && double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case decimal number when hole.Specifier is null:
                json.WriteNumberValue(number);
                break;
            case ulong number when hole.Specifier is null:
                json.WriteNumberValue(number);
                break;
            case byte or sbyte or short or ushort or int or uint or long when hole.Specifier is null:
                json.WriteNumberValue(Convert.ToInt64(value, null));
                break;
            default:
                json.WriteStringValue(hole.Format(value));
                break;
        }
    }
}
