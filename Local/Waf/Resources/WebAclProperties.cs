using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Waf.Resources;

/// <summary>What is honored of <c>AWS::WAFv2::WebACL</c>.</summary>
internal sealed record WebAclProperties
{
    public string? Name { get; init; }

    public required string Scope { get; init; }

    public required RuleActionChoice DefaultAction { get; init; }

    public IReadOnlyList<WebAclRule> Rules { get; init; } = [];

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    [Ignored("no metric is kept here")]
    public JsonNode? VisibilityConfig { get; init; }

    [Ignored("tags sort a bill")]
    public JsonNode? Tags { get; init; }

    /// <summary>One of <c>Rules</c>.</summary>
    internal sealed record WebAclRule
    {
        public required string Name { get; init; }

        public required int Priority { get; init; }

        public required RuleStatement Statement { get; init; }

        public RuleActionChoice? Action { get; init; }

        [Ignored("it is about a managed group, whose rules are AWS's own")]
        public JsonNode? OverrideAction { get; init; }

        [Ignored("no metric is kept here")]
        public JsonNode? VisibilityConfig { get; init; }
    }

    /// <summary>The statements that are honored or have no local meaning; every other one is refused by name.</summary>
    internal sealed record RuleStatement
    {
        public RateBased? RateBasedStatement { get; init; }

        [Ignored("the rules of managed groups are AWS's own and not on this machine")]
        public JsonNode? ManagedRuleGroupStatement { get; init; }

        /// <summary>Whether it is one statement, neither none nor several.</summary>
        internal bool IsOne => RateBasedStatement is null != ManagedRuleGroupStatement is null;
    }

    /// <summary><c>RateBasedStatement</c>; one with a scope of its own is refused.</summary>
    internal sealed record RateBased
    {
        public required int Limit { get; init; }

        public int EvaluationWindowSec { get; init; } = 300;

        public required string AggregateKeyType { get; init; }

        public ForwardedIpProperties? ForwardedIPConfig { get; init; }

        /// <summary>Where the address of a forwarded request is.</summary>
        internal sealed record ForwardedIpProperties(string HeaderName, string FallbackBehavior);
    }

    /// <summary>An action, one of its members; custom responses and inserted headers are refused.</summary>
    internal sealed record RuleActionChoice
    {
        public Plain? Allow { get; init; }

        public Plain? Block { get; init; }

        public Plain? Count { get; init; }

        /// <summary>The action; null unless there is exactly one.</summary>
        public RuleAction? ToAction() => (Allow, Block, Count) switch
        {
            ({ }, null, null) => RuleAction.Allow,
            (null, { }, null) => RuleAction.Block,
            (null, null, { }) => RuleAction.Count,
            _ => null,
        };

        /// <summary>An action without particulars.</summary>
        internal sealed record Plain;
    }
}
