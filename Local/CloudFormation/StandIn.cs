using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// What takes the place of a value that cannot be had, because what it comes from is refused. What depends on it is checked all the
/// same, and what is wrong with the stand-in alone is nobody's mistake.
/// </summary>
internal static class StandIn
{
    // A character that no template has: it is for private use, and CloudFormation takes no such name.
    private const char Mark = '\uF8FF';

    /// <summary>The stand-in of a value.</summary>
    public static string Of(string what) => $"{Mark}{what}{Mark}";

    /// <summary>What a resource became that cannot be provisioned: every attribute is the same stand-in.</summary>
    public static ProvisionedResource Of(ResourceNode node) => new(Of(node.LogicalId)) { IsStandIn = true };

    /// <summary>Whether a text has one.</summary>
    public static bool IsIn(string? text) => text?.Contains(Mark) == true;

    /// <summary>Whether a value has one, at any depth.</summary>
    public static bool IsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.Any(member => IsIn(member.Key) || IsIn(member.Value)),
        JsonArray items => items.Any(IsIn),
        JsonValue value => value.TryGetValue<string>(out var text) && IsIn(text),
        _ => false,
    };
}
