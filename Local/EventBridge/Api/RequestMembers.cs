using System.Text.Json.Nodes;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>The members of a request, each of the type that the API gives it.</summary>
internal static class RequestMembers
{
    // The years 1 to 9999.
    private const double EarliestTime = -62_135_596_800;
    private const double LatestTime = 253_402_300_799;

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

    /// <summary>A time, in seconds since 1970; null when it is absent.</summary>
    public static DateTimeOffset? Time(this JsonObject members, string name) => members.Number(name) switch
    {
        null => null,
        { } seconds and >= EarliestTime and <= LatestTime => DateTimeOffset.UnixEpoch.AddSeconds(seconds),
        _ => throw Wrong(name, "a time"),
    };

    /// <summary>A text that must be there.</summary>
    public static string Required(this JsonObject members, string name) => members.Text(name) ?? throw Missing(name);

    /// <summary>What is said of a member that is absent.</summary>
    public static EventBridgeException Missing(string name) => EventBridgeException.Invalid(
        $"1 validation error detected: Value null at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: "
        + "Member must not be null");

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
