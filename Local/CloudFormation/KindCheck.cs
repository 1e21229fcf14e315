using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// Holds resolved properties against the record that they are read into: each value of another kind, each one that is required and
/// missing. Reading them stops at the first of these; this finds them all.
/// </summary>
internal static class KindCheck
{
    /// <summary>The paths of what is wrong, and what is.</summary>
    public static IEnumerable<(string Path, string Text)> Find(JsonNode? node, Type type, string path = "")
    {
        var kind = PropertyReader.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return node switch
        {
            _ when typeof(JsonNode).IsAssignableFrom(kind.Type) && kind.Type != typeof(JsonObject) && kind.Type != typeof(JsonArray) => [],
            JsonValue text when StandIn.IsIn(text) => [],
            JsonObject members when kind.Kind == JsonTypeInfoKind.Object => Members(members, kind, path),
            JsonObject members when kind.Kind == JsonTypeInfoKind.Dictionary =>
                members.SelectMany(member => Find(member.Value, kind.ElementType!, PropertyPath.Below(path, member.Key))),
            JsonArray items when kind.Kind == JsonTypeInfoKind.Enumerable =>
                items.SelectMany((item, i) => Find(item, kind.ElementType!, PropertyPath.Item(path, i))),
            _ => IsReadable(node, kind) ? [] : [(path, Wrong(path, node, kind))],
        };
    }

    private static IEnumerable<(string Path, string Text)> Members(JsonObject members, JsonTypeInfo record, string path)
    {
        foreach (var property in record.Properties)
        {
            var below = PropertyPath.Below(path, property.Name);
            if (members.TryGetPropertyValue(property.Name, out var value) && value is not null)
            {
                foreach (var finding in property.Set is null && !IsParameter(property) ? [] : Find(value, property.PropertyType, below))
                {
                    yield return finding;
                }
            }
            else if (property.IsRequired)
            {
                yield return (below, $"the property '{below}' is missing; it must be there");
            }
        }
    }

    private static bool IsParameter(JsonPropertyInfo property) => property.AssociatedParameter is not null;

    private static bool IsReadable(JsonNode? node, JsonTypeInfo kind)
    {
        try
        {
            _ = node.Deserialize(kind);
            return true;
        }
        catch (Exception mistake) when (mistake is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Wrong(string path, JsonNode? node, JsonTypeInfo kind)
    {
        var value = node?.ToJsonString(PropertyReader.Options) ?? "null";
        var shown = value.Length > 80 ? $"{value[..80]}..." : value;
        return $"the property '{path}' is not valid: it must be {Words(kind)}, not {shown}";
    }

    private static string Words(JsonTypeInfo kind) => kind.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "a list",
        _ when kind.Type == typeof(string) => "a text",
        _ when kind.Type == typeof(bool) => "true or false",
        _ when kind.Type == typeof(int) || kind.Type == typeof(long) => "a whole number",
        _ when kind.Type == typeof(double) || kind.Type == typeof(decimal) => "a number",
        _ when kind.Type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(kind.Type))}",
        _ when kind.Type == typeof(JsonObject) => "an object",
        _ when kind.Type == typeof(JsonArray) => "a list",
        _ => "of another kind",
    };
}
