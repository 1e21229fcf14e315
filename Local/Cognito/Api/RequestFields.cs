using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Api;

/// <summary>Reads members of a request, which may hold anything.</summary>
internal static class RequestFields
{
    /// <summary>The text of a member, or null where there is none or it is something else.</summary>
    public static string? Text(this JsonObject request, string name) =>
        request[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The text of a member that must be there.</summary>
    /// <exception cref="CognitoException">It is not.</exception>
    public static string Required(this JsonObject request, string name) => request.Text(name)
        ?? throw new CognitoException("InvalidParameterException", $"Missing required parameter {name}");

    /// <summary>The object of a member that must be there.</summary>
    /// <exception cref="CognitoException">It is not.</exception>
    public static JsonObject Parameters(this JsonObject request, string name) => request[name] as JsonObject
        ?? throw new CognitoException("InvalidParameterException", $"Missing required parameter {name}");

    /// <summary>The attributes of <c>UserAttributes</c> by name.</summary>
    public static IEnumerable<(string Name, string? Value)> Attributes(this JsonObject request) =>
        (request["UserAttributes"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(attribute => (attribute.Text("Name") ?? string.Empty, attribute.Text("Value")));
}
