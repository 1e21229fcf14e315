using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Waf.Resources;

/// <summary>What is honored of <c>AWS::WAFv2::WebACL</c>.</summary>
internal sealed record WebAclProperties
{
    public string? Name { get; init; }

    public required string Scope { get; init; }

    public required RuleActionProperties DefaultAction { get; init; }

    public IReadOnlyList<RuleProperties> Rules { get; init; } = [];

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    [Ignored("no metric is kept here")]
    public JsonNode? VisibilityConfig { get; init; }

    [Ignored("tags sort a bill")]
    public JsonNode? Tags { get; init; }
}
