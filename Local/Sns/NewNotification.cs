using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sns;

/// <summary>
/// What somebody publishes (https://docs.aws.amazon.com/sns/latest/api/API_Publish.html).
/// </summary>
/// <param name="Message">The message, or with <paramref name="IsStructured"/> one for each protocol.</param>
/// <param name="Subject">The subject, if it has one.</param>
/// <param name="IsStructured">Whether the message is JSON with a message for each protocol (<c>MessageStructure</c>).</param>
internal sealed record NewNotification(string Message, string? Subject = null, bool IsStructured = false)
{
    /// <summary>Its attributes by name.</summary>
    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; } = new Dictionary<string, MessageAttribute>();

    /// <summary>The message group, which a FIFO topic requires.</summary>
    public string? GroupId { get; init; }

    /// <summary>What makes another message within five minutes the same one, in a FIFO topic.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>The trace that it belongs to.</summary>
    public string? TraceHeader { get; init; }
}
