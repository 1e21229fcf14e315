using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.EventBridge.Targets;

namespace Lexicon.Local.EventBridge.Delivery;

/// <summary>An event on its way to one target. What the templates say of the target counts when it is tried.</summary>
/// <param name="Id">Names the delivery.</param>
/// <param name="RuleArn">The rule that the event matched.</param>
/// <param name="TargetId">The target within the rule.</param>
/// <param name="Event">The event.</param>
/// <param name="Ingested">When the bus took it.</param>
internal sealed record PendingDelivery(string Id, string RuleArn, string TargetId, string Event, DateTimeOffset Ingested)
{
    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>A delivery that begins.</summary>
    public static PendingDelivery Create(Rule rule, Target target, BusEvent taken) =>
        new(Guid.NewGuid().ToString("N"), rule.Arn, target.Id, taken.Json, taken.Ingested);
}
