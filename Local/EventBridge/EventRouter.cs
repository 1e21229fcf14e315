using Lexicon.Local.EventBridge.Delivery;
using Lexicon.Local.EventBridge.Rules;

namespace Lexicon.Local.EventBridge;

/// <summary>Takes events, and starts their delivery to the targets of each rule that they match.</summary>
internal sealed class EventRouter(EventBuses buses, RuleSet rules, Deliveries deliveries, TimeProvider time)
{
    /// <summary>Takes an event for the rules of its bus.</summary>
    /// <returns>The event's id.</returns>
    public string Put(NewEvent published)
    {
        var taken = BusEvent.Create(published, time.GetUtcNow());
        var bus = EventBuses.NameOf(published.Bus);
        if (buses.Has(bus))
        {
            foreach (var rule in rules.On(bus).Where(rule => rule.IsEnabled && rule.Pattern?.Matches(taken.Root) == true))
            {
                Deliver(rule, taken);
            }
        }

        return taken.Id;
    }

    /// <summary>
    /// The time of a scheduled rule has come
    /// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html).
    /// </summary>
    public void Fire(Rule rule, DateTimeOffset due) => Deliver(
        rule, BusEvent.Create(new("aws.events", "Scheduled Event", []) { Resources = [rule.Arn], Time = due }, time.GetUtcNow()));

    private void Deliver(Rule rule, BusEvent taken)
    {
        foreach (var target in rule.Targets)
        {
            deliveries.Start(PendingDelivery.Create(rule, target, taken));
        }
    }
}
