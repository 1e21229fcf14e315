namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>The policies that stand somewhere in a resource, whatever the property is called.</summary>
internal static class Policies
{
    public static IEnumerable<JsonObject> In(JsonNode? node) => node switch
    {
        JsonObject policy when policy["Statement"] is JsonArray => [policy],
        JsonObject value => value.SelectMany(member => In(member.Value)),
        JsonArray list => list.SelectMany(In),
        _ => [],
    };
}
