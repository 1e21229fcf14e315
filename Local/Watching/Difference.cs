using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Watching;

/// <summary>What a newer assembly has otherwise than the one before it, resource by resource, everything resolved.</summary>
/// <param name="Changes">The resources that are not the same.</param>
/// <param name="Unchanged">How many are the same.</param>
internal sealed record Difference(IReadOnlyList<ResourceChange> Changes, int Unchanged)
{
    /// <summary>Whether everything is the same.</summary>
    public bool IsNothing => Changes.Count == 0;

    private const int MostNames = 4;

    /// <summary>In one line, such as <c>CreateTerm, UpdateTerm: new Code; 187 unchanged</c>.</summary>
    public string Line => string.Join("; ", Changes
        .GroupBy(change => change.What, change => change.Name)
        .Select(group => $"{Names([.. group.Order(StringComparer.Ordinal)])}: {group.Key}")
        .Append($"{Unchanged} unchanged"));

    /// <summary>Compares two graphs that are provisioned.</summary>
    public static Difference Between(ResourceGraph before, ResourceGraph after)
    {
        var there = before.Nodes.ToDictionary(PlaceOf);
        var changes = new List<ResourceChange>();
        var unchanged = 0;
        foreach (var node in after.Nodes)
        {
            if (!there.Remove(PlaceOf(node), out var old))
            {
                changes.Add(new(node, "added"));
            }
            else if (ChangedProperties(old.Resource!, node.Resource!) is { Count: > 0 } names)
            {
                changes.Add(new(node, $"new {string.Join(", ", names)}"));
            }
            else
            {
                unchanged++;
            }
        }

        changes.AddRange(there.Values.Select(node => new ResourceChange(node, "removed")));
        return new(changes, unchanged);
    }

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames - 1))} and {names.Count - MostNames + 1} more";

    private static (string Stack, string LogicalId) PlaceOf(ResourceNode node) => (node.Stack.Name, node.LogicalId);

    private static IReadOnlyList<string> ChangedProperties(TemplateResource before, TemplateResource after) => before.Type != after.Type
        ? ["Type"]
        : [.. before.Properties.Concat(after.Properties).Select(property => property.Key).Distinct().Where(name =>
            !JsonNode.DeepEquals(before.Properties[name], after.Properties[name]))];
}
