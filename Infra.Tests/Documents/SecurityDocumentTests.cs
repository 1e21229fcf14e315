using Lexicon.Infra.Tests.Lint;

namespace Lexicon.Infra.Tests.Documents;

/// <summary>The waivers of <c>docs/security.md</c> are those of the templates; <c>ACCEPT=1</c> rewrites them.</summary>
[Trait("Kind", "Generated")]
public sealed class SecurityDocumentTests
{
    [Fact]
    public void Waivers_AreThoseOfTheTemplates() =>
        new GeneratedFile("docs/security.md").Holds("waivers", "| stack | resource | rule | in | reason |", Rows());

    private static IEnumerable<string> Rows() =>
        from waiver in LintedTemplate.All.SelectMany(template => template.Waivers)
        let stages = (Where: ResourceOf(waiver), waiver.Template.Template.Stack, Rules: RulesOf(waiver), waiver.Reason)
        group waiver.Template.Stage by stages into places
        group (Resource: places.Key.Where, Stages: string.Join(", ", places)) by (places.Key.Stack, places.Key.Rules,
            places.Key.Reason) into rows
        from stages in rows.GroupBy(place => place.Stages, place => place.Resource)
        let resources = string.Join(", ", stages.Select(resource => $"`{resource}`"))
        orderby rows.Key.Stack, rows.Key.Rules, resources
        select $"| {rows.Key.Stack} | {resources} | {rows.Key.Rules} | {stages.Key} | {rows.Key.Reason} |";

    private static string RulesOf(Lint.Waiver waiver) =>
        waiver.Details.Count == 0 ? waiver.Rule : $"{waiver.Rule}: {string.Join(", ", waiver.Details.Select(detail => $"`{detail}`"))}";

    private static string ResourceOf(Lint.Waiver waiver)
    {
        var place = waiver.Template.ConstructOf(waiver.LogicalId);
        return place.EndsWith("/Resource", StringComparison.Ordinal) ? place[..^"/Resource".Length] : place;
    }
}
