using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// Holds the properties of a template against the record of their resource type: what has no member is refused, what is
/// marked <see cref="IgnoredAttribute"/> is reported with its reason.
/// </summary>
internal static class PropertyCheck
{
    /// <summary>A property that is not simply honored.</summary>
    /// <param name="Path">Such as <c>Replicas[0].SSESpecification</c>.</param>
    /// <param name="IgnoredBecause">Why it has no local meaning; null where it is refused.</param>
    public sealed record Finding(string Path, string? IgnoredBecause);

    /// <summary>How a property without a member is refused.</summary>
    public static string Refusal(string path) => $"the property '{path}' is not supported by the local runner";

    /// <summary>The findings in an unresolved node that is read as the type.</summary>
    public static IEnumerable<Finding> Find(JsonNode? node, Type type, string path = "")
    {
        if (node is JsonObject call && StackScope.IsCall(call, out var function, out var argument))
        {
            // Only Fn::If has properties in its branches; what other functions give is known after they are evaluated.
            return function == "Fn::If" && argument is JsonArray { Count: 3 } branches
                ? Find(branches[1], type, path).Concat(Find(branches[2], type, path))
                : [];
        }

        var record = Nullable.GetUnderlyingType(type) ?? type;
        return node switch
        {
            _ when IsOpaque(record) => [],
            JsonArray items when Element(record) is { } element =>
                items.SelectMany((item, i) => Find(item, element, PropertyPath.Item(path, i))),
            JsonObject members when ValueOfMap(record) is { } value =>
                members.SelectMany(member => Find(member.Value, value, PropertyPath.Below(path, member.Key))),
            JsonObject members => members.SelectMany(member =>
                Member(record, member.Key, member.Value, PropertyPath.Below(path, member.Key))),
            _ => [],
        };
    }

    private static IEnumerable<Finding> Member(Type record, string name, JsonNode? value, string path)
    {
        var member = record.GetProperties().FirstOrDefault(property => NameOf(property) == name);
        var ignored = member?.GetCustomAttribute<IgnoredAttribute>();
        return member is null ? [new Finding(path, null)]
            : ignored is not null ? [new Finding(path, ignored.Reason)]
            : Find(value, member.PropertyType, path);
    }

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name;

    private static bool IsOpaque(Type type) =>
        type == typeof(object) || type.IsAssignableTo(typeof(JsonNode)) || type == typeof(System.Text.Json.JsonElement);

    private static Type? Element(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.IsAssignableTo(
            typeof(System.Collections.IEnumerable)) && type.GetGenericArguments() is [var element] ? element
        : null;

    private static Type? ValueOfMap(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var key, var value] && key == typeof(string) ? value : null;
}
