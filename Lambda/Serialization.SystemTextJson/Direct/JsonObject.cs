using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson.Direct;

/// <summary>
/// Walks over JSON objects without metadata: the same outcome as <see cref="JsonSerializer"/> has with this package's options,
/// names without regard to case and unknown members read over.
/// </summary>
internal static class JsonObject
{
    /// <summary>Sets the member of that name from the value that the reader stands on; false if there is no such member.</summary>
    public delegate bool SetMember<in T>(T target, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader);

    /// <summary>Reads the object that the reader stands on into the target; null for null.</summary>
    public static T? Read<T>(ref Utf8JsonReader reader, T target, SetMember<T> setMember)
        where T : class
    {
        if (!Enter(ref reader, JsonTokenType.StartObject))
        {
            return null;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = Name(ref reader);
            reader.Read();
            if (!setMember(target, name, ref reader))
            {
                reader.Skip();
            }
        }

        return target;
    }

    public static Dictionary<string, string>? ReadTexts(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject))
        {
            return null;
        }

        var texts = new Dictionary<string, string>();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            texts[name] = reader.GetString()!;
        }

        return texts;
    }

    public static Dictionary<string, IList<string>>? ReadLists(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject))
        {
            return null;
        }

        var lists = new Dictionary<string, IList<string>>();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            lists[name] = ReadList(ref reader)!;
        }

        return lists;
    }

    public static bool Is(this ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(name, known);

    /// <summary>Whether a value begins here; false for null.</summary>
    /// <exception cref="JsonException">Another kind of value begins here.</exception>
    public static bool Enter(ref Utf8JsonReader reader, JsonTokenType start) =>
        reader.TokenType == start
        || (reader.TokenType is JsonTokenType.Null
            ? false
            : throw new JsonException($"Expected {start} or null at byte {reader.TokenStartIndex}, found {reader.TokenType}."));

    private static List<string>? ReadList(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader, JsonTokenType.StartArray))
        {
            return null;
        }

        var list = new List<string>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            list.Add(reader.GetString()!);
        }

        return list;
    }

    private static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
}
