namespace Lexicon.Local.Sns.Deliveries;

/// <summary>Why a notification could not be delivered.</summary>
internal sealed class DeliveryException(string reason) : Exception(reason);
