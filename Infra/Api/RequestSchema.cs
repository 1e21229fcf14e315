using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Amazon.CDK.AWS.APIGateway;
using Lexicon.Functions.Contract;

namespace Lexicon.Infra.Api;

/// <summary>
/// The JSON Schema (draft 4) of a request record, read from its properties and their attributes. It says what the handlers ask
/// for and never more: they take a member that may be left out as null, too, ignore members that they do not know, and have
/// rules besides that no schema can tell.
/// </summary>
internal static class RequestSchema
{
    /// <summary>The schema of a record.</summary>
    public static JsonSchema For(Type record)
    {
        var schema = OfRecord(record);
        schema.Schema = JsonSchemaVersion.DRAFT4;
        return schema;
    }

    private static JsonSchema OfRecord(Type record) => new()
    {
        Title = record.Name,
        Type = JsonSchemaType.OBJECT,
        Required = [.. record.GetProperties().Where(IsRequired).Select(NameOf)],
        Properties = record.GetProperties().ToDictionary(NameOf, OfMember),
        AdditionalProperties = true,
    };

    private static IJsonSchema OfMember(PropertyInfo property)
    {
        var schema = property switch
        {
            _ when ElementOf(property.PropertyType) is { } element => OfList(property, element),
            _ when property.PropertyType == typeof(string) => OfText(property),
            _ when NumberOf(property.PropertyType) is { } number => OfNumber(property, number),
            _ => OfRecord(property.PropertyType),
        };
        return IsRequired(property) ? schema : Nullable(schema);
    }

    private static JsonSchema OfText(PropertyInfo property)
    {
        var length = property.GetCustomAttribute<StringLengthAttribute>();
        return new JsonSchema
        {
            Type = JsonSchemaType.STRING,
            MinLength = length?.MinimumLength is > 0 and var minimum ? minimum : null,
            MaxLength = length?.MaximumLength,
            Pattern = PatternOf(property),
        };
    }

    private static JsonSchema OfNumber(PropertyInfo property, JsonSchemaType type)
    {
        var range = property.GetCustomAttribute<RangeAttribute>();
        return new JsonSchema
        {
            Type = type,
            Minimum = range is null ? null : Convert.ToDouble(range.Minimum, null),
            Maximum = range is null ? null : Convert.ToDouble(range.Maximum, null),
        };
    }

    private static JsonSchema OfList(PropertyInfo property, Type element)
    {
        var bounds = property.GetCustomAttribute<ItemsAttribute>();
        return new JsonSchema
        {
            Type = JsonSchemaType.ARRAY,
            MaxItems = bounds?.Maximum,
            Items = element == typeof(string)
                ? new JsonSchema { Type = JsonSchemaType.STRING, MaxLength = bounds?.MaximumLength is > 0 and var length ? length : null }
                : OfRecord(element),
        };
    }

    // Words are told as a pattern, which null passes by; an enumeration would have to list it, and CDK drops a null.
    private static string? PatternOf(PropertyInfo property) =>
        property.GetCustomAttribute<AllowedValuesAttribute>() is { } words
            ? $"^({string.Join('|', words.Values)})$"
            : property.GetCustomAttribute<RegularExpressionAttribute>()?.Pattern;

    private static JsonSchema Nullable(JsonSchema schema)
    {
        schema.Type = new[] { (JsonSchemaType)schema.Type!, JsonSchemaType.NULL };
        return schema;
    }

    private static bool IsRequired(PropertyInfo property) => property.GetCustomAttribute<RequiredAttribute>() is not null;

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static JsonSchemaType? NumberOf(Type type) => (System.Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) || number == typeof(long) => JsonSchemaType.INTEGER,
        var number when number == typeof(double) || number == typeof(decimal) => JsonSchemaType.NUMBER,
        _ => null,
    };
}
