using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.Compatibility;

/// <summary>The properties of a resource type by path, as the record of its properties declares them.</summary>
internal static class HonoredProperties
{
    /// <summary>A property: its path, why it is ignored or null, and whether anything may be below it.</summary>
    public sealed record Entry(string Path, string? IgnoredBecause, bool IsOpen);

    /// <summary>The properties of a record, those of the records in it included, in order.</summary>
    public static IEnumerable<Entry> Of(Type record) => Below(record, "", []).OrderBy(entry => entry.Path, StringComparer.Ordinal);

    /// <summary>The records that properties are read into: a record itself and those in it.</summary>
    public static IEnumerable<Type> Records(Type record) => Within(record, []);

    /// <summary>The members that are read from a template: those that can be set.</summary>
    public static IEnumerable<PropertyInfo> MembersOf(Type record) => IsRecord(record)
        ? record.GetProperties().Where(member => member.SetMethod is not null && member.GetCustomAttribute<JsonIgnoreAttribute>() is null)
        : [];

    private static IEnumerable<Entry> Below(Type record, string path, Type[] above)
    {
        foreach (var member in MembersOf(record))
        {
            var name = member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? member.Name;
            var below = PropertyPath.Below(path, name);
            var (inner, suffix) = Inner(member.PropertyType);
            var ignored = member.GetCustomAttribute<IgnoredAttribute>()?.Reason;
            if (ignored is null && IsRecord(inner) && !above.Contains(inner) && MembersOf(inner).Any())
            {
                foreach (var entry in Below(inner, below + suffix, [.. above, record]))
                {
                    yield return entry;
                }
            }
            else
            {
                yield return new Entry(below, ignored, IsOpen(inner));
            }
        }
    }

    private static IEnumerable<Type> Within(Type record, HashSet<Type> seen) => !IsRecord(record) || !seen.Add(record)
        ? []
        : MembersOf(record)
            .Where(member => member.GetCustomAttribute<IgnoredAttribute>() is null)
            .SelectMany(member => Within(Inner(member.PropertyType).Type, seen))
            .Prepend(record);

    private static (Type Type, string Suffix) Inner(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || !plain.IsGenericType || IsRecord(plain) ? (plain, "")
            : plain.GetGenericArguments() is [_, var value] ? (Inner(value).Type, ".*" + Inner(value).Suffix)
            : (Inner(plain.GetGenericArguments()[0]).Type, "[]" + Inner(plain.GetGenericArguments()[0]).Suffix);
    }

    private static bool IsRecord(Type type) =>
        type.Assembly == typeof(IResourceType).Assembly && type is { IsClass: true, IsAbstract: false }
        && type.GetCustomAttribute<JsonConverterAttribute>() is null;

    private static bool IsOpen(Type type) => type.IsAssignableTo(typeof(JsonNode)) || type == typeof(System.Text.Json.JsonElement);
}
