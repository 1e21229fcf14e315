namespace Lexicon.Infra.Tests.Lint;

/// <summary>A template of dev, of prod, or of <c>full</c>: prod with every option.</summary>
internal sealed record LintedTemplate(string Stage, Template Template)
{
    /// <summary>The waivers that stand on its resources.</summary>
    public IEnumerable<Waiver> Waivers =>
        from resource in Template.Resources
        from rule in resource.Json["Metadata"]?["cdk_nag"]?["rules_to_suppress"]?.AsArray() ?? []
        select Waiver.Read(this, resource, rule!.AsObject());

    public static IReadOnlyList<LintedTemplate> All =>
        [.. Stages.Variants.SelectMany(stage => stage.Value.Templates.Select(template => new LintedTemplate(stage.Key, template)))];

    /// <summary>Where the construct stands within its stack: <c>Glossary/Api/Resource</c>.</summary>
    public string ConstructOf(string logicalId) =>
        Template.Resources.SingleOrDefault(resource => resource.LogicalId == logicalId) is { } resource
            ? Template.PlaceOf(resource)
            : logicalId;

    public override string ToString() => $"{Stage} {Template.Stack}";
}
