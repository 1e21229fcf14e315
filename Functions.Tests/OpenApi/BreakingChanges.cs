using System.Text.Json.Nodes;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>
/// What of one document a client could rely on and cannot with the next: operations, statuses and members of answers that are gone, and
/// requests that are not taken any more.
/// </summary>
internal sealed class BreakingChanges
{
    private static readonly string[] LeastBounds = ["minLength", "minimum"];
    private static readonly string[] MostBounds = ["maxLength", "maximum", "maxItems"];

    private readonly JsonNode _old;
    private readonly JsonNode _new;
    private readonly List<string> _found = [];

    private BreakingChanges(JsonNode old, JsonNode now) => (_old, _new) = (old, now);

    /// <summary>Each in a sentence; empty: a client of the one is a client of the other.</summary>
    public static IReadOnlyList<string> Between(JsonNode old, JsonNode now)
    {
        var changes = new BreakingChanges(old, now);
        foreach (var (path, methods) in old["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                changes.Compare($"{method.ToUpperInvariant()} {path}", operation!, now["paths"]![path]?[method]);
            }
        }

        return changes._found;
    }

    private void Compare(string name, JsonNode old, JsonNode? now)
    {
        if (now is null)
        {
            _found.Add($"{name} is gone");
            return;
        }

        var (before, after) = (ParametersOf(old), ParametersOf(now));
        foreach (var (parameter, described) in after)
        {
            if (!before.TryGetValue(parameter, out var known))
            {
                Note((bool?)described["required"] is true, $"{name} asks for {parameter}");
                continue;
            }

            Note((bool?)known["required"] is not true && (bool?)described["required"] is true, $"{name} asks for {parameter}");
            Asked($"{name}, {parameter}", known["schema"]!, described["schema"]!);
        }

        foreach (var parameter in before.Keys.Except(after.Keys))
        {
            _found.Add($"{name} takes no {parameter} any more");
        }

        Note(SchemaOf(old["requestBody"]) is null && SchemaOf(now["requestBody"]) is not null, $"{name} asks for a body");
        if (SchemaOf(old["requestBody"]) is { } oldBody && SchemaOf(now["requestBody"]) is { } newBody)
        {
            Asked($"{name}, body", oldBody, newBody);
        }

        foreach (var (status, response) in old["responses"]!.AsObject().Where(answer => answer.Key is ['2', ..]))
        {
            Note(now["responses"]![status] is null, $"{name} answers {status} no more");
            if (now["responses"]![status] is { } answer && SchemaOf(response) is { } oldAnswer)
            {
                Answered($"{name}, {status}", oldAnswer, SchemaOf(answer));
            }
        }

        Note(old["security"]!.AsArray().Count == 0 && now["security"]!.AsArray().Count > 0, $"{name} asks for a sign-in");
    }

    /// <summary>What a client sends: nothing more may be asked for, and nothing less be taken.</summary>
    private void Asked(string name, JsonNode oldNode, JsonNode newNode)
    {
        var (old, now) = (Resolve(oldNode, _old), Resolve(newNode, _new));
        Note(!JsonNode.DeepEquals(old["type"], now["type"]), $"{name} is of another type");
        foreach (var bound in LeastBounds)
        {
            Note(((int?)now[bound] ?? 0) > ((int?)old[bound] ?? 0), $"{name} has a larger {bound}");
        }

        foreach (var bound in MostBounds)
        {
            Note(((int?)now[bound] ?? int.MaxValue) < ((int?)old[bound] ?? int.MaxValue), $"{name} has a smaller {bound}");
        }

        Note(now["pattern"] is not null && !JsonNode.DeepEquals(old["pattern"], now["pattern"]), $"{name} has another pattern");
        Note(now["enum"] is JsonArray && Words(old).Except(Words(now)).Any(), $"{name} takes fewer words");
        foreach (var member in Required(now).Except(Required(old)))
        {
            _found.Add($"{name} asks for {member}");
        }

        foreach (var (member, schema) in Members(old))
        {
            Note(now["properties"]?[member] is null, $"{name} takes no {member} any more");
            if (now["properties"]?[member] is { } same)
            {
                Asked($"{name}.{member}", schema!, same);
            }
        }

        if (old["items"] is { } oldItems && now["items"] is { } newItems)
        {
            Asked($"{name}[]", oldItems, newItems);
        }
    }

    /// <summary>What a client gets: all that was there is there, and what was always there still is.</summary>
    private void Answered(string name, JsonNode oldNode, JsonNode? newNode)
    {
        if (newNode is null)
        {
            _found.Add($"{name} has no body any more");
            return;
        }

        var (old, now) = (Resolve(oldNode, _old), Resolve(newNode, _new));
        Note(!JsonNode.DeepEquals(old["type"], now["type"]), $"{name} is of another type");
        foreach (var member in Required(old).Except(Required(now)))
        {
            _found.Add($"{name} need not have {member}");
        }

        foreach (var (member, schema) in Members(old))
        {
            Note(now["properties"]?[member] is null, $"{name} has no {member} any more");
            if (now["properties"]?[member] is { } same)
            {
                Answered($"{name}.{member}", schema!, same);
            }
        }

        if (old["items"] is { } oldItems)
        {
            Answered($"{name}[]", oldItems, now["items"]);
        }
    }

    private void Note(bool isBroken, string change)
    {
        if (isBroken)
        {
            _found.Add(change);
        }
    }

    private static Dictionary<string, JsonNode> ParametersOf(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(one => $"{(string)one!["in"]!} {(string)one["name"]!}", one => one!);

    private static JsonNode? SchemaOf(JsonNode? bodyOrAnswer) => bodyOrAnswer?["content"]?.AsObject().First().Value!["schema"];

    private static JsonObject Resolve(JsonNode node, JsonNode document) => node["$ref"] is { } reference
        ? ((string)reference!).Split('/').Skip(1).Aggregate(document, (found, part) => found[part]!).AsObject()
        : node.AsObject();

    private static JsonObject Members(JsonObject schema) => schema["properties"]?.AsObject() ?? [];

    private static IEnumerable<string> Required(JsonObject schema) => (schema["required"]?.AsArray() ?? []).Select(name => (string)name!);

    private static IEnumerable<string> Words(JsonObject schema) => (schema["enum"]?.AsArray() ?? []).Select(word => (string)word!);
}
