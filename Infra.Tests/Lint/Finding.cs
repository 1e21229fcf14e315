namespace Lexicon.Infra.Tests.Lint;

/// <summary>What a linter has to say about a resource of a template, or about the template where it names no resource.</summary>
internal sealed record Finding(LintedTemplate Template, string Level, string Rule, string LogicalId, string Message)
{
    public override string ToString() => $"{Template}  {Template.ConstructOf(LogicalId)}  {Rule}  {Message}";
}
