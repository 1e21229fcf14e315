namespace Lexicon.Infra.Tests.Lint;

/// <summary>All that the linters found in all templates, once for the whole run; <c>make lint</c> prints it.</summary>
internal sealed record LintReport(
    IReadOnlyList<LintedTemplate> Templates,
    IReadOnlyList<Finding> Unwaived,
    IReadOnlyList<Waiver> Waivers,
    IReadOnlyList<Waiver> Stale)
{
    private static readonly Lazy<Task<LintReport>> Shared = new(() => MakeAsync(LintedTemplate.All));

    public static Task<LintReport> All => Shared.Value;

    /// <summary>The waivers that no longer match a finding, in whole or in one of their details.</summary>
    public static IReadOnlyList<Waiver> StaleOf(IReadOnlyList<Waiver> waivers, IEnumerable<Finding> findings)
    {
        var there = findings.Select(finding => (finding.Template, finding.LogicalId, finding.Rule)).ToHashSet();
        return [.. waivers.Where(waiver => !waiver.Findings.All(rule => there.Contains((waiver.Template, waiver.LogicalId, rule))))];
    }

    public override string ToString() => string.Join(
        '\n',
        [
            .. Section("Waived, each with its reason:", Waivers),
            .. Section("Waived, but not found:", Stale),
            .. Section("Unwaived:", Unwaived),
            $"{Unwaived.Count} unwaived findings, {Stale.Count} stale waivers, {Waivers.Count} waivers in {Templates.Count} templates.",
        ]);

    private static async Task<LintReport> MakeAsync(IReadOnlyList<LintedTemplate> templates)
    {
        var unwaived = await Task.WhenAll(Linter.ValidateAsync(templates), Linter.SpecifyAsync(templates), Linter.NagAsync(templates));
        var findings = await Linter.NagIgnoringWaiversAsync(templates);
        var waivers = templates.SelectMany(template => template.Waivers).ToList();

        return new LintReport(templates, [.. unwaived.SelectMany(found => found)], waivers, StaleOf(waivers, findings));
    }

    private static IEnumerable<string> Section(string heading, IReadOnlyList<object> lines) =>
        lines.Count == 0 ? [] : [heading, .. lines.Select(line => $"  {line}"), ""];
}
