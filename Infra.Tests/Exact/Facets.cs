using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Exact;

/// <summary>
/// All that the resources of one type say, one line a property and value, with how many of them say so in each stage;
/// <c>full</c> is prod with every option.
/// </summary>
internal static class Facets
{
    private const int Width = 80;

    /// <summary>What the resources of a type say.</summary>
    public static IReadOnlyList<string> Of(string stack, string type) => Of(stack, (template, stage) =>
        from resource in template.OfType(type)
        let names = new Names(template, resource, stage)
        from line in Lines(resource)
        select names.Shorten(line));

    /// <summary>What the template says beside its resources, but for what CDK says in every template.</summary>
    public static IReadOnlyList<string> Around(string stack) => Of(stack, (template, stage) =>
        from section in template.Json
        where section.Key is not (nameof(Template.Resources) or "Rules" or "Description")
        let names = new Names(template, null, stage)
        from line in Lines(section.Value, section.Key)
        where !line.StartsWith("Parameters.BootstrapVersion.", StringComparison.Ordinal)
        select names.Shorten(line));

    private static IReadOnlyList<string> Of(string stack, Func<Template, string, IEnumerable<string>> linesOf)
    {
        var said =
            from variant in Stages.Variants
            from template in variant.Value.Templates
            where template.Stack == stack
            from line in linesOf(template, variant.Value.Name)
            group variant.Key by line;

        return [.. said.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => $"{line.Key}  {HowMany(line)}")];
    }

    private static string HowMany(IEnumerable<string> stages)
    {
        var counts = stages.CountBy(stage => stage).ToList();
        return counts.Count == 3 && counts.All(count => count.Value == counts[0].Value)
            ? $"×{counts[0].Value}"
            : string.Join(' ', counts.Select(count => $"{count.Key} ×{count.Value}"));
    }

    private static IEnumerable<string> Lines(Resource resource) =>
        from member in resource.Json
        where member.Key is not ("Type" or "Metadata")
        let value = member.Key == "DependsOn" ? References(member.Value) : member.Value
        from line in Lines(value, member.Key == "Properties" ? "" : member.Key)
        select line;

    private static IEnumerable<string> Lines(JsonNode? node, string path) => node switch
    {
        JsonArray statements when path.EndsWith("Statement", StringComparison.Ordinal) =>
            statements.Select(statement => $"{path} = {InOneLine(statement)}"),
        JsonObject { Count: > 0 } value when !Intrinsics.IsOne(value) =>
            value.SelectMany(member => Lines(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray list when InOneLine(list).Length > Width && list.All(IsShort) =>
            list.Select(item => $"{path}[] = {InOneLine(item)}"),
        JsonArray list when InOneLine(list).Length > Width =>
            list.SelectMany((item, index) => Lines(item, $"{path}[{index}]")),
        _ => [$"{path} = {InOneLine(node)}"],
    };

    private static bool IsShort(JsonNode? item) => item is not JsonObject || Intrinsics.IsOne(item.AsObject()) || InOneLine(item).Length <= 2 * Width;

    private static string InOneLine(JsonNode? node) => node switch
    {
        JsonArray list => $"[{string.Join(", ", list.Select(InOneLine))}]",
        JsonObject value when !Intrinsics.IsOne(value) =>
            $"{{{string.Join(", ", value.Select(member => $"{member.Key}: {InOneLine(member.Value)}"))}}}",
        _ => Intrinsics.Render(node),
    };

    // What it waits for is written as bare logical ids, elsewhere a reference is one.
    private static JsonArray References(JsonNode? ids) => new(
    [
        .. ids is JsonArray list ? list.Select(Reference) : [Reference(ids)],
    ]);

    private static JsonNode Reference(JsonNode? id) => new JsonObject { ["Ref"] = (string)id! };
}
