using Lexicon.Infra.Tests.Synthesis;

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
    [
        .. Of("dev", Stages.Dev),
        .. Of("prod", Stages.Prod),
        .. Of("full", Stages.Full),
    ];

    /// <summary>Where the construct stands within its stack: <c>Glossary/Api/Resource</c>.</summary>
    public string ConstructOf(string logicalId)
    {
        var resource = Template.Resources.SingleOrDefault(candidate => candidate.LogicalId == logicalId);
        return (string?)resource?.Json["Metadata"]?["aws:cdk:path"] is { } path
            ? path[(path.IndexOf($"/{Template.Stack}/", StringComparison.Ordinal) + Template.Stack.Length + 2)..]
            : logicalId;
    }

    public override string ToString() => $"{Stage} {Template.Stack}";

    private static IEnumerable<LintedTemplate> Of(string name, SynthesizedStage stage) =>
        stage.Templates.Select(template => new LintedTemplate(name, template));
}
