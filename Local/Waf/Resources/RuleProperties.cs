using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Waf.Resources;

/// <summary>One of <c>Rules</c>.</summary>
internal sealed record RuleProperties
{
    public required string Name { get; init; }

    public required int Priority { get; init; }

    public required StatementProperties Statement { get; init; }

    public RuleActionProperties? Action { get; init; }

    [Ignored("it is about a managed group, whose rules are AWS's own")]
    public JsonNode? OverrideAction { get; init; }

    [Ignored("no metric is kept here")]
    public JsonNode? VisibilityConfig { get; init; }
}
