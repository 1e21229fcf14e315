namespace Lexicon.Local.Sns.Deliveries;

/// <summary>How subscriptions of a protocol get notifications.</summary>
internal interface IDelivery
{
    /// <summary>Delivers a notification.</summary>
    /// <exception cref="DeliveryException">It cannot be delivered.</exception>
    Task DeliverAsync(Notification notification, Subscription subscription);
}
