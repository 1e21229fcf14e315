namespace Lexicon.Local.Sqs.Messages;

/// <summary>
/// A message that is about to be sent (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html).
/// </summary>
/// <param name="Body">Its body.</param>
internal sealed record NewMessage(string Body)
{
    private const int LongestId = 128;
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>Its attributes by name.</summary>
    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; } = new Dictionary<string, MessageAttribute>();

    /// <summary>Its system attributes by name: <c>AWSTraceHeader</c>.</summary>
    public IReadOnlyDictionary<string, MessageAttribute> SystemAttributes { get; init; } = new Dictionary<string, MessageAttribute>();

    /// <summary>How long it stays hidden at first; null: as long as the queue says.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>The message group, which a FIFO queue requires.</summary>
    public string? GroupId { get; init; }

    /// <summary>What makes another message within five minutes the same one, in a FIFO queue.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>What <c>SenderId</c> is; null: the id of the caller.</summary>
    public string? SenderId { get; init; }

    /// <summary>Whether a text can be a group, or what a message is known by.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= LongestId && text.All(IsOfId);

    private static bool IsOfId(char character) =>
        char.IsAsciiLetterOrDigit(character) || Punctuation.Contains(character, StringComparison.Ordinal);
}
