namespace Lexicon.Infra.Tests.Updates;

/// <summary>What CloudFormation does to a stack when its template becomes another one.</summary>
internal sealed record Difference(
    IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed, IReadOnlyList<string> Around)
{
    public static Difference Between(Template before, Template after)
    {
        var (old, @new) = (ById(before), ById(after));
        return new Difference(
            Sorted(@new.Values.Where(resource => !old.ContainsKey(resource.LogicalId)).Select(resource => Named(after, resource))),
            Sorted(old.Values.Where(resource => !@new.ContainsKey(resource.LogicalId)).Select(resource => Named(before, resource))),
            Sorted(
                from resource in @new.Values
                where old.ContainsKey(resource.LogicalId)
                let changes = ChangesOf(old[resource.LogicalId].Json, resource.Json)
                where changes.Count > 0
                select $"{Named(after, resource)}: {string.Join(", ", changes)}"),
            MembersThatDiffer(before.Json, after.Json, "Resources"));
    }

    /// <summary>The same resources in the same words, and all else of them, too.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count + Around.Count == 0;

    private static Dictionary<string, Resource> ById(Template template) => template.Resources.ToDictionary(resource => resource.LogicalId);

    private static string Named(Template template, Resource resource) => $"{resource.Type} {template.PlaceOf(resource)}";

    // Its properties by name, and whatever else is said of it.
    private static IReadOnlyList<string> ChangesOf(JsonObject before, JsonObject after) =>
    [
        .. MembersThatDiffer(before["Properties"]?.AsObject() ?? [], after["Properties"]?.AsObject() ?? []),
        .. MembersThatDiffer(before, after, "Properties").Select(member => $"({member})"),
    ];

    private static IReadOnlyList<string> MembersThatDiffer(JsonObject before, JsonObject after, string? except = null) => Sorted(
        before.Concat(after).Select(member => member.Key).Distinct()
            .Where(name => name != except && !JsonNode.DeepEquals(before[name], after[name])));

    private static IReadOnlyList<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
