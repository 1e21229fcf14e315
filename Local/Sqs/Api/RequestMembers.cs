using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Sqs.Api;

/// <summary>The members of a request, each of the type that the API gives it.</summary>
internal static class RequestMembers
{
    /// <summary>A string; null when it is absent.</summary>
    /// <exception cref="SqsException">It is something else.</exception>
    public static string? Text(this JsonObject request, string name) => request[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Wrong(name, "a string"),
    };

    /// <summary>An integer; null when it is absent.</summary>
    /// <exception cref="SqsException">It is something else.</exception>
    public static int? Number(this JsonObject request, string name) => request[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        _ => throw Wrong(name, "an integer"),
    };

    /// <summary>A number of seconds; null when it is absent.</summary>
    /// <exception cref="SqsException">It is something else, or too many; the message is AWS's.</exception>
    public static TimeSpan? Seconds(this JsonObject request, string name, int most) => request.Number(name) switch
    {
        null => null,
        { } seconds when seconds >= 0 && seconds <= most => TimeSpan.FromSeconds(seconds),
        { } other => throw SqsException.Invalid(name, other.ToString(CultureInfo.InvariantCulture), Range(name, most)),
    };

    /// <summary>A map; an empty one when it is absent.</summary>
    /// <exception cref="SqsException">It is something else.</exception>
    public static Dictionary<string, T> Map<T>(this JsonObject request, string name)
    {
        try
        {
            return request[name].Deserialize<Dictionary<string, T>>() ?? [];
        }
        catch (Exception mistake) when (mistake is JsonException or ArgumentException)
        {
            throw Wrong(name, "a map");
        }
    }

    /// <summary>The strings of a list.</summary>
    public static HashSet<string> Names(this JsonObject request, string name) =>
        [.. (request[name] as JsonArray ?? []).Select(one => one?.ToString() ?? "")];

    private static string Range(string name, int most) => name == "DelaySeconds"
        ? FormattableString.Invariant($"DelaySeconds must be >= 0 and <= {most}.")
        : FormattableString.Invariant($"Must be >= 0 and <= {most}, if provided.");

    private static SqsException Wrong(string name, string type) => new("SerializationException", $"{name} is not {type}.");
}
