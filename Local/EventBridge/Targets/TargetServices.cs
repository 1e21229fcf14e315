using Lexicon.Local.EventBridge.Delivery;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.Iam;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>The services that targets can belong to.</summary>
internal sealed class TargetServices(params IReadOnlyList<ITargetService> services)
{
    /// <summary>What EventBridge is called in policies.</summary>
    public const string Principal = "events.amazonaws.com";

    /// <summary>Whether events can be delivered to a target with this ARN.</summary>
    public bool Serve(string arn) => Find(arn) is not null;

    /// <summary>Delivers to a target.</summary>
    /// <exception cref="DeliveryException">It was not delivered.</exception>
    public Task SendAsync(Rule rule, Target target, BusEvent taken, CancellationToken cancellation) =>
        Find(target.Arn)!.SendAsync(rule, target, target.Input.Of(taken, rule), cancellation);

    /// <summary>The question whether EventBridge may do something for a rule.</summary>
    public static AccessRequest SenderFor(Rule rule, string action, string resource) =>
        new(Caller.Service(Principal), action, resource)
        {
            Context = new Dictionary<string, IReadOnlyList<string>>
            {
                ["aws:SourceArn"] = [rule.Arn],
                ["aws:SourceAccount"] = [Account.Id],
            },
        };

    private ITargetService? Find(string arn) =>
        arn.Split(':') is ["arn", _, var service, ..] ? services.FirstOrDefault(one => one.ArnService == service) : null;
}
