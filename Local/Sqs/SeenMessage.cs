namespace Lexicon.Local.Sqs;

/// <summary>A message as somebody sees it who does not receive it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">Its body.</param>
/// <param name="Attributes">Its attributes that are text, by name.</param>
/// <param name="Sent">When.</param>
/// <param name="Receives">How often it was received.</param>
/// <param name="IsHidden">Whether nobody can receive it now.</param>
/// <param name="GroupId">Its message group, if it has one.</param>
/// <param name="DeadLetterSource">In a dead-letter queue: the ARN of the queue that it comes from.</param>
internal sealed record SeenMessage(
    string Id,
    string Body,
    IReadOnlyDictionary<string, string> Attributes,
    DateTimeOffset Sent,
    int Receives,
    bool IsHidden,
    string? GroupId,
    string? DeadLetterSource);
