namespace Lexicon.Local.EventBridge.Delivery;

/// <summary>Why an event was not delivered.</summary>
/// <param name="code">
/// One of the codes of https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html, such as <c>NO_PERMISSIONS</c>.
/// </param>
/// <param name="message">What the target's service said.</param>
internal sealed class DeliveryException(string code, string message) : Exception(message)
{
    /// <summary>The code.</summary>
    public string Code => code;

    /// <summary>Whether it may go better another time. What lacks a permission or does not exist is not tried again.</summary>
    public bool IsRetriable { get; init; }
}
