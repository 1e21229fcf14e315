using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Waf.Resources;

/// <summary>The statements that are honored or have no local meaning; every other one is refused by name.</summary>
internal sealed record StatementProperties
{
    public RateBasedProperties? RateBasedStatement { get; init; }

    [Ignored("the rules of managed groups are AWS's own and not on this machine")]
    public JsonNode? ManagedRuleGroupStatement { get; init; }

    /// <summary>Whether it is one statement, neither none nor several.</summary>
    internal bool IsOne => RateBasedStatement is null != ManagedRuleGroupStatement is null;
}
