using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>
/// The records of the contract as schemas (https://spec.openapis.org/oas/v3.1.0#schema-object): types, bounds and words from their
/// attributes, descriptions from their doc comments, and an example of each text that a client sends.
/// </summary>
internal sealed class Schemas
{
    private readonly SortedDictionary<string, JsonNode?> _components = new(StringComparer.Ordinal);
    private readonly NullabilityInfoContext _nullability = new();

    public JsonObject Components => new(_components.Select(schema => KeyValuePair.Create(schema.Key, schema.Value?.DeepClone())));

    /// <summary>A reference to the schema of a record.</summary>
    public JsonObject Of(Type type)
    {
        if (_components.TryAdd(type.Name, null))
        {
            _components[type.Name] = Describe(type);
        }

        return new() { ["$ref"] = $"#/components/schemas/{type.Name}" };
    }

    private JsonObject Describe(Type type)
    {
        var (members, required) = (new JsonObject(), new JsonArray());
        foreach (var property in type.GetProperties())
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var schema = OfProperty(property);
            if (Descriptions.OfProperty(type, property.Name) is { } text)
            {
                schema["description"] = text;
            }

            if (Examples.Of(type, name, schema) is { } example)
            {
                schema["examples"] = new JsonArray(example);
            }

            members[name] = schema;
            if (IsRequired(type, property))
            {
                required.Add(name);
            }
        }

        var described = new JsonObject { ["type"] = "object", ["description"] = Descriptions.OfType(type) };
        if (required.Count > 0)
        {
            described["required"] = required;
        }

        described["properties"] = members;
        return described;
    }

    private JsonObject OfProperty(PropertyInfo property)
    {
        var schema = OfValue(property.PropertyType, property.GetCustomAttribute<ItemsAttribute>());
        if (property.GetCustomAttribute<StringLengthAttribute>() is { } length)
        {
            (schema["minLength"], schema["maxLength"]) = (length.MinimumLength, length.MaximumLength);
        }

        if (property.GetCustomAttribute<RegularExpressionAttribute>() is { } pattern)
        {
            schema["pattern"] = pattern.Pattern;
        }

        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            (schema["minimum"], schema["maximum"]) = ((int)range.Minimum, (int)range.Maximum);
        }

        if (property.GetCustomAttribute<AllowedValuesAttribute>() is { } words)
        {
            schema["enum"] = new JsonArray([.. words.Values.Select(word => JsonValue.Create((string)word!))]);
        }

        return schema;
    }

    private JsonObject OfValue(Type type, ItemsAttribute? items)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = new JsonObject { ["type"] = "array", ["items"] = OfValue(type.GetGenericArguments()[0], null) };
            if (items is not null)
            {
                list["maxItems"] = items.Maximum;
            }

            if (items is { MaximumLength: > 0 })
            {
                (list["items"]!["minLength"], list["items"]!["maxLength"]) = (1, items.MaximumLength);
            }

            return list;
        }

        return type switch
        {
            _ when type == typeof(string) => new() { ["type"] = "string" },
            _ when type == typeof(int) => new() { ["type"] = "integer", ["format"] = "int32" },
            _ when type == typeof(long) => new() { ["type"] = "integer", ["format"] = "int64" },
            _ when type == typeof(bool) => new() { ["type"] = "boolean" },
            _ when type == typeof(decimal) => new() { ["type"] = "number" },
            _ when type == typeof(DateTime) => new() { ["type"] = "string", ["format"] = "date-time" },
            _ when type.Namespace == typeof(ItemsAttribute).Namespace => Of(type),
            _ => throw new NotSupportedException($"There is no schema for {type}."),
        };
    }

    /// <summary>Of a request the attribute says it; of an answer the type: what is always there is required.</summary>
    private bool IsRequired(Type type, PropertyInfo property) => property switch
    {
        _ when property.GetCustomAttribute<RequiredAttribute>() is not null => true,
        _ when property.GetCustomAttribute<RequiredMemberAttribute>() is not null => true,
        _ when type.GetConstructors().Any(constructor => constructor.GetParameters().Any(one => one.Name == property.Name)) =>
            _nullability.Create(property).ReadState is NullabilityState.NotNull,
        _ => false,
    };
}
