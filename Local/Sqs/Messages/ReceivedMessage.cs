namespace Lexicon.Local.Sqs.Messages;

/// <summary>
/// A message as a receiver gets it (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Message.html).
/// </summary>
/// <param name="MessageId">Its id.</param>
/// <param name="ReceiptHandle">What deletes it.</param>
/// <param name="Body">Its body.</param>
/// <param name="Attributes">All system attributes, in AWS's order.</param>
/// <param name="MessageAttributes">All message attributes by name.</param>
internal sealed record ReceivedMessage(
    string MessageId,
    string ReceiptHandle,
    string Body,
    IReadOnlyList<KeyValuePair<string, string>> Attributes,
    IReadOnlyDictionary<string, MessageAttribute> MessageAttributes)
{
    /// <summary>The digest of the body.</summary>
    public string Md5OfBody => MessageDigest.OfBody(Body);

    /// <summary>The digest of the message attributes; null where there are none.</summary>
    public string? Md5OfMessageAttributes => MessageDigest.OfAttributes(MessageAttributes);
}
