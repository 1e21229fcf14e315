using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Exact;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>
/// What a template does not say has AWS's default, which is the safe one; what it says has its tests. So nobody narrows a rule,
/// shortens a wait, names another account or attaches code in a corner that no other test looks into.
/// </summary>
public sealed class ShapeTests
{
    // Their names are ours, or those of headers, keys and operators, and other tests hold all of them.
    private static readonly string[] s_free =
    [
        "Tags", "UserPoolTags", "Schema", "Condition", "Principal", "SourceMarkers", "ResponseParameters", "RequestParameters",
    ];

    [Fact]
    public void ResourcesOfAType_SayTheseProperties_AndWithinThemTheseAndNoMore()
    {
        var said = Stages.Templates
            .SelectMany(template => template.Resources)
            .GroupBy(resource => resource.Type, resource => Objects(resource.Json["Properties"], ""))
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .SelectMany(type => Lines(type.Key, type.SelectMany(found => found)));

        Exactly.Same("What may be said of each type of resource", [.. said], Shapes.All.ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string> Lines(string type, IEnumerable<(string Path, JsonObject Value)> objects) =>
        from said in objects.GroupBy(found => found.Path, found => found.Value).OrderBy(said => said.Key, StringComparer.Ordinal)
        let shape = Shape([.. said.Select(value => value.Select(member => member.Key).ToHashSet())])
        where shape.Length > 0
        select $"{(said.Key.Length == 0 ? type : $"  {said.Key}")}: {shape}";

    private static string Shape(IReadOnlyList<HashSet<string>> said)
    {
        var everywhere = said.Aggregate((some, others) => [.. some.Intersect(others)]);
        var besides = said.Select(names => Words(names.Except(everywhere))).Distinct()
            .Select(names => names.Length == 0 ? "-" : names).Order(StringComparer.Ordinal).ToList();
        var choice = $"({string.Join(" | ", besides)})";
        return besides.Count == 1 ? Words(everywhere) : $"{Words(everywhere)} {choice}".TrimStart();
    }

    private static string Words(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    // What stands in a list stands at one place.
    private static IEnumerable<(string Path, JsonObject Value)> Objects(JsonNode? node, string path) => node switch
    {
        JsonArray list => list.SelectMany(item => Objects(item, path)),
        JsonObject value when !Intrinsics.IsOne(value) => Below(value, path).Prepend((path, value)),
        _ => [],
    };

    private static IEnumerable<(string Path, JsonObject Value)> Below(JsonObject value, string path) =>
        from member in value
        where !s_free.Contains(member.Key)
        from found in Objects(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")
        select found;
}
