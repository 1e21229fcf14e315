using System.Globalization;
using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>The members of a request, each of the type that the API gives it.</summary>
internal sealed class LogsRequest(JsonObject members)
{
    /// <summary>
    /// The name of the group, which <c>logGroupName</c> or <c>logGroupIdentifier</c>, a name or an ARN, gives; or nothing.
    /// </summary>
    public string Group
    {
        get
        {
            var (name, identifier) = (Text("logGroupName"), Text("logGroupIdentifier"));
            return name is not null && identifier is not null
                ? throw LogsException.Invalid("You must include either logGroupIdentifier or logGroupName, but not both.")
                : name ?? NameOf(identifier ?? "");
        }
    }

    /// <summary>Refuses members that are not in a list.</summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in members)
        {
            if (!names.Contains(name))
            {
                throw LogsException.Invalid($"{name} is not supported by the local runner.");
            }
        }
    }

    /// <summary>A string; null when it is absent.</summary>
    public string? Text(string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Wrong(name, "a string"),
    };

    /// <summary>A whole number that is not negative; null when it is absent.</summary>
    public long? Number(string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<long>(out var number) => number >= 0 ? number : throw LogsException.Invalid(
            string.Create(CultureInfo.InvariantCulture, $"1 validation error detected: Value '{number}' at '{name}' failed to satisfy ")
            + "constraint: Member must have value greater than or equal to 0"),
        _ => throw Wrong(name, "an integer"),
    };

    /// <summary>How many items a page may hold, within AWS's bound, which is the default.</summary>
    public int Limit(int most)
    {
        var limit = Number("limit") ?? most;
        return limit >= 1 && limit <= most ? (int)limit : throw LogsException.Invalid(string.Create(
            CultureInfo.InvariantCulture,
            $"1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value ")
            + (limit < 1 ? "greater than or equal to 1" : string.Create(CultureInfo.InvariantCulture, $"less than or equal to {most}")));
    }

    /// <summary>True or false, which is the default.</summary>
    public bool Flag(string name) => members[name] switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw Wrong(name, "a boolean"),
    };

    /// <summary>Strings; null when they are absent.</summary>
    public IReadOnlySet<string>? Texts(string name) => members[name] switch
    {
        null => null,
        JsonArray many => many.Select(one => one?.ToString() ?? "").ToHashSet(),
        _ => throw Wrong(name, "a list"),
    };

    // arn:aws:logs:REGION:ACCOUNT:log-group:NAME, perhaps with ":*" behind it.
    private static string NameOf(string identifier) =>
        identifier.Split(':') is ["arn", _, "logs", _, _, "log-group", var name, ..] ? name : identifier;

    private static LogsException Wrong(string name, string type) => new("SerializationException", $"{name} is not {type}.");
}
