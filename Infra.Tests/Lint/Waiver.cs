namespace Lexicon.Infra.Tests.Lint;

/// <summary>A finding that is accepted on one resource, with the reason, in the form that cdk-nag reads.</summary>
/// <param name="Template">Where it stands.</param>
/// <param name="LogicalId">The resource.</param>
/// <param name="Rule">The rule: <c>AwsSolutions-IAM5</c>.</param>
/// <param name="Details">What exactly it found, of a rule that tells: <c>Resource::*</c>.</param>
/// <param name="Reason">Why it is accepted.</param>
internal sealed record Waiver(LintedTemplate Template, string LogicalId, string Rule, IReadOnlyList<string> Details, string Reason)
{
    /// <summary>The findings that it accepts, each of which must be there.</summary>
    public IEnumerable<string> Findings => Details.Count == 0 ? [Rule] : Details.Select(detail => $"{Rule}[{detail}]");

    public static Waiver Read(LintedTemplate template, Resource resource, JsonObject rule) => new(
        template,
        resource.LogicalId,
        (string)rule["id"]!,
        [.. rule["applies_to"]?.AsArray().Select(detail => (string)detail!) ?? []],
        (string)rule["reason"]!);

    public override string ToString() => $"{Template}  {Template.ConstructOf(LogicalId)}  {string.Join(", ", Findings)}  {Reason}";
}
