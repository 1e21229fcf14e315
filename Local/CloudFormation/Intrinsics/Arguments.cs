using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary>Reads the arguments of the functions, each mistake as a refusal that names function and place.</summary>
internal static class Arguments
{
    /// <summary>A resolved scalar as the string that CloudFormation makes of it.</summary>
    public static string Text(this IScope scope, string function, JsonNode? argument) =>
        scope.Resolve(argument) switch
        {
            JsonValue value => Scalar(value),
            var other => throw scope.Refuse($"{function} takes a string where it has {Shape(other)}"),
        };

    /// <summary>A resolved list of strings.</summary>
    public static IReadOnlyList<JsonNode?> List(this IScope scope, string function, JsonNode? argument) =>
        scope.Resolve(argument) is JsonArray list
            ? [.. list]
            : throw scope.Refuse($"{function} takes a list where it has {Shape(argument)}");

    /// <summary>The unresolved members of an argument that is a list of so many.</summary>
    public static JsonArray Tuple(this IScope scope, string function, JsonNode? argument, int minimum, int maximum) =>
        argument is JsonArray list && list.Count >= minimum && list.Count <= maximum
            ? list
            : throw scope.Refuse($"{function} takes a list of {(minimum == maximum ? minimum : $"{minimum} to {maximum}")} members");

    /// <summary>A scalar as CloudFormation writes it into a string.</summary>
    public static string Scalar(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => (string)value!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToJsonString(),
    };

    private static string Shape(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonArray => "a list",
        JsonObject => "an object",
        _ => "a scalar",
    };
}
