using Lexicon.Local.Sns.Publishing;

namespace Lexicon.Local.Sns.Deliveries;

/// <summary>
/// Delivery by e-mail, as text or as JSON (https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html): nothing is sent from
/// this machine, the terminal shows each, and the latest are kept.
/// </summary>
internal sealed class EmailDelivery(NotificationDocument documents, Action<string> say, EmailDelivery? before = null) : IDelivery
{
    private const int MostKept = 100;
    private const string DefaultSubject = "AWS Notification Message";

    private readonly Queue<Email> _kept = before?._kept ?? [];

    /// <summary>The latest, in their order.</summary>
    public IReadOnlyList<Email> Kept
    {
        get
        {
            lock (_kept)
            {
                return [.. _kept];
            }
        }
    }

    public Task DeliverAsync(Notification notification, Subscription subscription)
    {
        var body = subscription.Protocol == "email-json"
            ? documents.ForQueue(notification, subscription)
            : notification.MessageFor(subscription.Protocol);
        var email = new Email(subscription.Endpoint, notification.Subject ?? DefaultSubject, body, notification.Published);
        lock (_kept)
        {
            _kept.Enqueue(email);
            while (_kept.Count > MostKept)
            {
                _kept.Dequeue();
            }
        }

        say($"E-mail to {email.To}: {email.Subject}: {notification.MessageFor(subscription.Protocol).ReplaceLineEndings(" ")}");
        return Task.CompletedTask;
    }
}
