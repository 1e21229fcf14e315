using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.OneCheck;

/// <summary>Mistakes that can be made at any property of any resource: each takes the place of its value.</summary>
internal static class Mistakes
{
    public static IReadOnlyDictionary<string, Func<JsonNode?>> All { get; } = new Dictionary<string, Func<JsonNode?>>
    {
        ["nothing"] = () => null,
        ["an object"] = () => new JsonObject { ["Unexpected"] = "thing" },
        ["a list"] = () => new JsonArray("unexpected"),
        ["an empty list"] = () => new JsonArray(),
        ["an empty text"] = () => "",
        ["another text"] = () => "no such thing",
        ["true"] = () => true,
        ["a negative number"] = () => -1,
        ["a great number"] = () => 4_000_000_000,
        ["a reference to nothing"] = () => new JsonObject { ["Ref"] = "Nowhere" },
        ["an attribute that is not given"] = () => new JsonObject { ["Fn::GetAtt"] = new JsonArray("Queue", "Color") },
        ["an unknown export"] = () => new JsonObject { ["Fn::ImportValue"] = "nowhere" },
        ["an unknown condition"] = () => new JsonObject { ["Fn::If"] = new JsonArray("Perhaps", "a", "b") },
        ["a malformed call"] = () => new JsonObject { ["Fn::Join"] = "x" },
        ["a call of numbers"] = () => new JsonObject { ["Fn::Sub"] = new JsonArray(7, new JsonObject()) },
        ["an unknown function"] = () => new JsonObject { ["Fn::Guess"] = "x" },
        ["an unknown dynamic reference"] = () => "{{resolve:ssm:/nowhere}}",
    };

    /// <summary>Every place of a template where a property has a value, the values of lists and objects included.</summary>
    public static IEnumerable<string> Places(JsonObject template) => template["Resources"]!.AsObject().SelectMany(
        resource => Below(resource.Value!["Properties"]!.AsObject(), $"{resource.Key}/Properties"));

    /// <summary>The template with a mistake in one place.</summary>
    public static JsonObject With(JsonObject template, string place, Func<JsonNode?> mistake)
    {
        var keys = place.Split('/');
        var at = keys[..^1].Aggregate(template["Resources"]!, (node, key) => Child(node, key)!);
        if (at is JsonArray items)
        {
            items[int.Parse(keys[^1], System.Globalization.CultureInfo.InvariantCulture)] = mistake();
        }
        else if (mistake() is { } value)
        {
            at.AsObject()[keys[^1]] = value;
        }
        else
        {
            at.AsObject().Remove(keys[^1]);
        }

        return template;
    }

    private static JsonNode? Child(JsonNode node, string key) => node is JsonArray items
        ? items[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]
        : node[key];

    // Not below a call of a function: it is one value. Names of members may have slashes; those are left out.
    private static IEnumerable<string> Below(JsonNode? node, string path) => node switch
    {
        JsonObject { Count: 1 } call when IsFunction(call.First().Key) => [],
        JsonObject members => members.Where(member => !member.Key.Contains('/', StringComparison.Ordinal)).SelectMany(
            member => Below(member.Value, $"{path}/{member.Key}").Prepend($"{path}/{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => Below(item, $"{path}/{i}").Prepend($"{path}/{i}")),
        _ => [],
    };

    private static bool IsFunction(string name) => name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal);
}
