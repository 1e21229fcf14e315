using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// Says what a model found wrong in the words of <c>$context.error.validationErrorString</c>, which are those of the Java
/// library json-schema-validator: what is wrong with an object or array itself comes before, and instead of, what is wrong
/// inside it.
/// </summary>
internal static class ValidationMessages
{
    // What is allowed to be a number may be an integer.
    private static readonly (string Name, JsonObjectType Flags)[] Types =
    [
        ("array", JsonObjectType.Array),
        ("boolean", JsonObjectType.Boolean),
        ("integer", JsonObjectType.Integer | JsonObjectType.Number),
        ("null", JsonObjectType.Null),
        ("number", JsonObjectType.Number),
        ("object", JsonObjectType.Object),
        ("string", JsonObjectType.String),
    ];

    /// <summary>One message a keyword and place.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<ValidationError> errors, JToken instance)
    {
        var flat = errors.SelectMany(error => Flatten(error, instance)).Select(error => new Finding(error)).ToList();
        return
        [
            .. flat
                .Where(finding => !flat.Any(finding.IsInside))
                .Where(finding => !finding.IsRequired || Token(instance, finding.Place) is JObject)
                .GroupBy(finding => (finding.Place, finding.Error.Kind))
                .OrderBy(group => group.Key.Place, StringComparer.Ordinal)
                .Select(group => Message([.. group.Select(finding => finding.Error)], instance)),
        ];
    }

    private static IEnumerable<ValidationError> Flatten(ValidationError error, JToken instance) => error switch
    {
        // An array item's mistakes come wrapped in one about the array.
        ChildSchemaValidationError
        {
            Kind: ValidationErrorKind.ArrayItemNotValid or ValidationErrorKind.AdditionalPropertiesNotValid
                or ValidationErrorKind.NotAllOf,
        } wrapper => wrapper.Errors.Values.SelectMany(inner => inner).SelectMany(inner => Flatten(inner, instance)),

        // Of several types, the one that the value has says what is wrong with it; where it has none of them, the type is.
        MultiTypeValidationError { Errors: var byType } when ErrorsOf(byType, Token(instance, error.Path)) is { } ofItsType =>
            ofItsType.SelectMany(inner => Flatten(inner, instance)),
        _ => [error],
    };

    private static IEnumerable<ValidationError>? ErrorsOf(
        IReadOnlyDictionary<JsonObjectType, ICollection<ValidationError>> byType, JToken? value)
    {
        var flags = Types.Single(type => type.Name == TypeOf(value)).Flags;
        return byType.Where(type => (type.Key & flags) != JsonObjectType.None).Select(type => type.Value).FirstOrDefault();
    }

    private static string Message(IReadOnlyList<ValidationError> errors, JToken instance)
    {
        var error = errors[0];
        var value = Token(instance, error.Path);
        var schema = error.Schema.ActualSchema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => $"object has missing required properties ({Names(errors)})",
            ValidationErrorKind.NoAdditionalPropertiesAllowed =>
                $"object instance has properties which are not allowed by the schema: {Names(errors)}",
            ValidationErrorKind.NotInEnumeration =>
                $"instance value ({Json(value)}) not found in enum (possible values: {Json(new JArray(schema.Enumeration))})",
            ValidationErrorKind.StringTooShort =>
                $"string {Json(value)} is too short (length: {Length(value)}, required minimum: {schema.MinLength})",
            ValidationErrorKind.StringTooLong =>
                $"string {Json(value)} is too long (length: {Length(value)}, maximum allowed: {schema.MaxLength})",
            ValidationErrorKind.PatternMismatch =>
                $"ECMA 262 regex {Json(schema.Pattern)} does not match input string {Json(value)}",
            ValidationErrorKind.NumberTooSmall when schema.IsExclusiveMinimum =>
                $"numeric instance is not strictly greater than the required minimum {schema.Minimum}",
            ValidationErrorKind.NumberTooSmall =>
                $"numeric instance is lower than the required minimum (minimum: {schema.Minimum}, found: {Json(value)})",
            ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig when schema.IsExclusiveMaximum =>
                $"numeric instance is not strictly lower than the required maximum {schema.Maximum}",
            ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig =>
                $"numeric instance is greater than the required maximum (maximum: {schema.Maximum}, found: {Json(value)})",
            ValidationErrorKind.NumberNotMultipleOf or ValidationErrorKind.IntegerNotMultipleOf =>
                $"remainder of division is not zero ({Json(value)} / {schema.MultipleOf})",
            ValidationErrorKind.TooFewItems =>
                $"array is too short: must have at least {schema.MinItems} elements but instance has {value?.Count()} elements",
            ValidationErrorKind.TooManyItems =>
                $"array is too long: must have at most {schema.MaxItems} elements but instance has {value?.Count()} elements",
            ValidationErrorKind.ItemsNotUnique => "array must not contain duplicate elements",
            ValidationErrorKind.TooFewProperties =>
                $"object has too few properties (found {value?.Count()} but schema requires at least {schema.MinProperties})",
            ValidationErrorKind.TooManyProperties =>
                $"object has too many properties (found {value?.Count()} but schema requires at most {schema.MaxProperties})",
            ValidationErrorKind.NotAnyOf =>
                $"instance failed to match at least one required schema among {schema.AnyOf.Count}",
            ValidationErrorKind.NotOneOf =>
                $"instance failed to match exactly one schema (matched {Matched(schema, value)} out of {schema.OneOf.Count})",
            ValidationErrorKind.ExcludedSchemaValidates => "instance matched a schema which it should not have",
            _ when TypesOf(schema) is { Length: > 0 } types && !IsFormat(error.Kind) =>
                $"instance type ({TypeOf(value)}) does not match any allowed primitive type (allowed: {Json(new JArray(types))})",
            _ => $"string {Json(value)} is not a valid {schema.Format ?? error.Kind.ToString()}",
        };
    }

    private static bool IsFormat(ValidationErrorKind kind) => kind
        is ValidationErrorKind.DateTimeExpected or ValidationErrorKind.DateExpected or ValidationErrorKind.TimeExpected
        or ValidationErrorKind.TimeSpanExpected or ValidationErrorKind.UriExpected or ValidationErrorKind.IpV4Expected
        or ValidationErrorKind.IpV6Expected or ValidationErrorKind.GuidExpected or ValidationErrorKind.EmailExpected
        or ValidationErrorKind.HostnameExpected or ValidationErrorKind.Base64Expected or ValidationErrorKind.UuidExpected;

    private static int Matched(JsonSchema schema, JToken? value)
        => value is null ? 0 : schema.OneOf.Count(candidate => candidate.ActualSchema.Validate(value).Count == 0);

    private static string Names(IEnumerable<ValidationError> errors)
        => Json(new JArray(errors.Select(error => error.Property).Order(StringComparer.Ordinal)));

    private static string Json(JToken? value) => value?.ToString(Formatting.None) ?? "null";

    private static string Json(string? text) => JsonConvert.ToString(text);

    // The validator counts characters, not UTF-16 units.
    private static int Length(JToken? value) => value?.Value<string>()?.EnumerateRunes().Count() ?? 0;

    private static JToken? Token(JToken instance, string path)
    {
        try
        {
            return path.Length <= 2 ? instance : instance.SelectToken(path[2..]);
        }
        catch (JsonException)
        {
            // A member's name that is no JSONPath.
            return null;
        }
    }

    private static string[] TypesOf(JsonSchema schema)
        => [.. Types.Where(type => (schema.Type & type.Flags) != JsonObjectType.None).Select(type => type.Name)];

    private static string TypeOf(JToken? value) => value?.Type switch
    {
        JTokenType.Array => "array",
        JTokenType.Boolean => "boolean",
        JTokenType.Integer => "integer",
        JTokenType.Float => "number",
        JTokenType.Object => "object",
        JTokenType.Null or null => "null",
        _ => "string",
    };

    private sealed record Finding(ValidationError Error)
    {
        private const string Root = "#/";

        // What is missing or not allowed is wrong with the object around it.
        public string Place { get; } = Error.Kind switch
        {
            ValidationErrorKind.PropertyRequired or ValidationErrorKind.NoAdditionalPropertiesAllowed => Parent(Error.Path),
            _ => Error.Path.Length <= 2 ? Root : Error.Path,
        };

        public bool IsRequired => Error.Kind == ValidationErrorKind.PropertyRequired;

        public bool IsInside(Finding other) => Place.Length > other.Place.Length
            && Place.StartsWith(other.Place, StringComparison.Ordinal)
            && (other.Place == Root || Place[other.Place.Length] is '.' or '[');

        private static string Parent(string path) => path.LastIndexOf('.') is var dot && dot > 0 ? path[..dot] : Root;
    }
}
