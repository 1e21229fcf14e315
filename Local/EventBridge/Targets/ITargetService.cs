using Lexicon.Local.EventBridge.Delivery;
using Lexicon.Local.EventBridge.Rules;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>A service that targets belong to.</summary>
internal interface ITargetService
{
    /// <summary>The service in the ARNs of its targets.</summary>
    string ArnService { get; }

    /// <summary>Delivers to a target, if the target's policy lets EventBridge do so.</summary>
    /// <exception cref="DeliveryException">It was not delivered.</exception>
    Task SendAsync(Rule rule, Target target, string input, CancellationToken cancellation);
}
