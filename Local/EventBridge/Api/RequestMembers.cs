using System.Text.Json.Nodes;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>The members of a request, each of the type that the API gives it.</summary>
internal static class RequestMembers
{
    /// <summary>A text; null when it is absent.</summary>
    public static string? Text(this JsonObject members, string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Wrong(name, "a string"),
    };

    /// <summary>A number; null when it is absent.</summary>
    public static double? Number(this JsonObject members, string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<double>(out var number) => number,
        _ => throw Wrong(name, "a number"),
    };

    /// <summary>A list; empty when it is absent.</summary>
    public static IReadOnlyList<JsonNode?> List(this JsonObject members, string name) => members[name] switch
    {
        null => [],
        JsonArray list => [.. list],
        _ => throw Wrong(name, "a list"),
    };

    /// <summary>What is said of a member of another type.</summary>
    public static EventBridgeException Wrong(string name, string type) => new("SerializationException", $"{name} is not {type}.");
}
