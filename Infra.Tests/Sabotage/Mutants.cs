using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// Every small, mechanical change of every template: each resource, property, item and output removed, each switch flipped, each
/// number and text another one, each policy widened.
/// </summary>
internal static partial class Mutants
{
    // What is written for people, or names content that the templates are not about.
    private static readonly string[] s_free = ["Metadata", "Description", "Comment", "S3Key", "Type", "Version"];

    /// <summary>Each change in one stage alone, as someone makes who touches a template.</summary>
    public static IEnumerable<Mutant> InOneStage =>
        from variant in Stages.Variants
        from template in variant.Value.Templates
        from change in Of(template)
        select new Mutant(template.Stack, [variant.Key], change);

    /// <summary>Each change in every stage that says the same there, as someone makes who touches the code.</summary>
    public static IEnumerable<Mutant> InEveryStage =>
        from variant in Stages.Variants
        from template in variant.Value.Templates
        from change in Of(template)
        group (variant.Key, change) by (template.Stack, $"{change}") into same
        select new Mutant(same.Key.Stack, [.. same.Select(place => place.Key)], same.First().change);

    /// <summary>Each two resources of a type that stand beside each other take one another's value, as someone does who mixes them up.</summary>
    public static IEnumerable<Mutant> MixedUp =>
        from variant in Stages.Variants
        from template in variant.Value.Templates
        from alike in template.Resources.GroupBy(resource => resource.Type)
        from pair in alike.Zip(alike.Skip(1))
        let values = ValuesOf(pair.First).ToDictionary()
        from second in ValuesOf(pair.Second)
        where values.TryGetValue(second.Pointer, out var first) && first != second.Json
        where !OfNoMeaning().IsMatch(second.Pointer) && !IsTheOther(pair.First, pair.Second, second.Pointer, template)
        select new Mutant(
            template.Stack,
            [variant.Key],
            Change.Set($"/Resources/{pair.First.LogicalId}/Properties{second.Pointer}", second.Json),
            Change.Set($"/Resources/{pair.Second.LogicalId}/Properties{second.Pointer}", values[second.Pointer]));

    // Two resources that nothing refers to and that differ in this one value are, with it exchanged, each the other.
    private static bool IsTheOther(Resource first, Resource second, string pointer, Template template)
    {
        var values = ValuesOf(first).Where(value => value.Pointer != pointer);
        var text = template.Json.ToJsonString();
        return values.SequenceEqual(ValuesOf(second).Where(value => value.Pointer != pointer))
            && !((string[])[first.LogicalId, second.LogicalId]).Any(id =>
                text.Contains($"\"Ref\":\"{id}\"", StringComparison.Ordinal)
                || text.Contains($"\"Fn::GetAtt\":[\"{id}\"", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Pointer, string Json)> ValuesOf(Resource resource) => ValuesOf(resource.Json["Properties"], "");

    private static IEnumerable<(string Pointer, string Json)> ValuesOf(JsonNode? node, string pointer) => node switch
    {
        JsonObject value when !Intrinsics.IsOne(value) => value.Where(member => !s_free.Contains(member.Key))
            .SelectMany(member => ValuesOf(member.Value, $"{pointer}/{Change.Escape(member.Key)}")),
        JsonArray list => list.SelectMany((item, index) => ValuesOf(item, $"{pointer}/{index}")),
        null => [],
        _ => [(pointer, node.ToJsonString())],
    };

    private static IEnumerable<Change> Of(Template template) =>
        from section in (string[])["Parameters", "Resources", "Outputs"]
        from entry in template.Json[section]?.AsObject() ?? []
        where entry.Key != "BootstrapVersion"
        from change in Of(entry.Value, $"/{section}/{entry.Key}", entry.Key).Prepend(Change.Remove($"/{section}/{entry.Key}"))
        where !OfNoMeaning().IsMatch(change.Pointer)
        select change;

    private static IEnumerable<Change> Of(JsonNode? node, string pointer, string name) => node switch
    {
        JsonObject intrinsic when Intrinsics.IsOne(intrinsic) => [Change.Set(pointer, "\"spoilt\"")],
        JsonObject value => OfObject(value, pointer),
        JsonArray list => OfList(list, pointer, name),
        JsonValue value => [OfValue(value, pointer)],
        _ => [],
    };

    private static IEnumerable<Change> OfObject(JsonObject value, string pointer) =>
        from member in value
        where !s_free.Contains(member.Key)
        let below = $"{pointer}/{Change.Escape(member.Key)}"
        from change in Of(member.Value, below, member.Key).Concat(Widened(member.Key, member.Value, below)).Prepend(Change.Remove(below))
        select change;

    private static IEnumerable<Change> OfList(JsonArray list, string pointer, string name)
    {
        var more = name == "Statement"
            ? Change.Add(pointer, """{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}""")
            : Change.Add(pointer, list.LastOrDefault()?.ToJsonString() ?? "\"spoilt\"");
        var items = list.SelectMany((item, index) =>
            Of(item, $"{pointer}/{index}", "").Prepend(Change.Remove($"{pointer}/{index}")));
        return items.Prepend(more);
    }

    private static Change OfValue(JsonValue value, string pointer) => value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True => Change.Set(pointer, "false"),
        System.Text.Json.JsonValueKind.False => Change.Set(pointer, "true"),
        System.Text.Json.JsonValueKind.Number => Change.Set(pointer, $"{value.GetValue<double>() + 1}"),
        _ => Change.Set(pointer, "\"spoilt\""),
    };

    private static IEnumerable<Change> Widened(string name, JsonNode? value, string pointer) =>
        name is "Action" or "Resource" or "Principal" && $"{value}" != "*" ? [Change.Set(pointer, "\"*\"")] : [];

    // Names that only tell one item of a list from the next, the words of a mail, a dependency that is said twice.
    [GeneratedRegex("""
        /Policies/\d+/PolicyName$|/Statement/\d+/Sid$|/Rules/\d+/(Id|Name)$|/CorsRules/\d+/Id$|/AdvancedEventSelectors/\d+/Name$
        |/CachePolicyConfig/Name$|Verification\w*(Subject|Message)$|Function\w*/DependsOn
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex OfNoMeaning();
}
