using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Sns;

/// <summary>
/// In the scope of bodies, a member <c>a.b</c> and a member <c>b</c> of <c>a</c> are the same, in the policy as in the body.
/// </summary>
internal static class DottedNames
{
    /// <summary>The document with members of members in place of names with dots; of members with one name the last counts.</summary>
    public static JsonNode? Expand(JsonElement document) => document.ValueKind switch
    {
        JsonValueKind.Object => ExpandMembers(document),
        JsonValueKind.Array => new JsonArray([.. document.EnumerateArray().Select(Expand)]),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(document.Clone()),
    };

    private static JsonObject ExpandMembers(JsonElement members)
    {
        var expanded = new JsonObject();
        foreach (var member in members.EnumerateObject())
        {
            Put(expanded, member.Name.Split('.'), Expand(member.Value));
        }

        return expanded;
    }

    private static void Put(JsonObject members, ReadOnlySpan<string> path, JsonNode? value)
    {
        foreach (var name in path[..^1])
        {
            if (members[name] is not JsonObject nested)
            {
                members[name] = nested = [];
            }

            members = nested;
        }

        if (members[path[^1]] is JsonObject known && value is JsonObject more)
        {
            foreach (var (name, member) in more.ToList())
            {
                Put(known, [name], member?.DeepClone());
            }

            return;
        }

        members[path[^1]] = value;
    }
}
