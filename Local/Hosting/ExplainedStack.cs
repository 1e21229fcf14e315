using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>What the resources of a stack become, as <c>--explain</c> tells it.</summary>
internal static class ExplainedStack
{
    /// <summary>
    /// The lines, in the order of the template. Resources of one type that become the same share a line, unless all are asked for.
    /// </summary>
    public static IEnumerable<string> Lines(CloudAssembly assembly, Stack stack, ResourceTypes types, bool all)
    {
        var replaced = ReplacedProviders.Of(stack, types);
        return IncludedResources.Of(assembly, stack)
            .Select(resource => (
                Id: resource.LogicalId,
                Type: resource.Definition["Type"]?.ToString() ?? "(no type)",
                Becomes: Becomes(resource.LogicalId, resource.Definition["Type"]?.ToString() ?? "")))
            .GroupBy(resource => all ? resource.Id : $"{resource.Type}: {resource.Becomes}")
            .Select(same => (same.First(), same.Count()) switch
            {
                (var one, 1) => $"{one.Id} ({one.Type}): {one.Becomes}",
                var (one, count) => $"{one.Type} ({count} resources): {one.Becomes}",
            });

        string Becomes(string id, string type) =>
            replaced.Contains(id) ? ReplacedProvider.Instance.Becomes : types.Find(type)?.Becomes ?? "refused";
    }
}
