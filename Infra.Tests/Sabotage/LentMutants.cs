using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// Each change by which a resource says, too, what only another of its type says, in the same stack or another, in the same stage
/// or another: a bucket of logs keeps versions, a role asks for a condition, dev has an option of prod.
/// </summary>
internal static class LentMutants
{
    // What is written for people, and dependencies, of which one more does no harm.
    private static readonly string[] s_free = ["Metadata", "Tags", "Description", "Comment", "DependsOn", "Sid"];

    public static IEnumerable<Mutant> All =>
        from variant in Stages.Variants
        from template in variant.Value.Templates
        from resource in template.Resources
        from change in Lenders[resource.Type]
            .SelectMany(lender => Missing(resource.Json, lender.Json, $"/Resources/{resource.LogicalId}"))
            .DistinctBy(change => change.Pointer)
        select new Mutant(template.Stack, [variant.Key], change);

    private static ILookup<string, Resource> Lenders { get; } =
        Stages.Templates.SelectMany(template => template.Resources).ToLookup(resource => resource.Type);

    private static IEnumerable<Change> Missing(JsonNode? own, JsonNode? other, string pointer) => (own, other) switch
    {
        (JsonObject value, JsonObject lender) when !Intrinsics.IsOne(value) && !Intrinsics.IsOne(lender) =>
            from member in lender
            where !s_free.Contains(member.Key)
            let below = $"{pointer}/{Change.Escape(member.Key)}"
            from change in value.ContainsKey(member.Key)
                ? Missing(value[member.Key], member.Value, below)
                : [Change.Set(below, member.Value!.ToJsonString())]
            select change,
        (JsonArray list, JsonArray lender) =>
            list.SelectMany((item, index) => lender.SelectMany(lent => Missing(item, lent, $"{pointer}/{index}"))),
        _ => [],
    };
}
