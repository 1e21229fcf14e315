using System.Text;
using System.Text.Json;
using Lexicon.Local.Aws;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sns.Publishing;

/// <summary>
/// What a notification must be like to be taken (https://docs.aws.amazon.com/sns/latest/api/API_Publish.html).
/// </summary>
internal static class PublishCheck
{
    private const int Largest = 262_144;
    private const int LongestSubject = 100;

    /// <summary>Refuses what a topic does not take, and returns the message by protocol.</summary>
    /// <exception cref="SnsException">It does not take it.</exception>
    public static IReadOnlyDictionary<string, string> Run(NewNotification published, TopicSettings topic)
    {
        CheckFifo(published, topic);
        if (published.Message.Length == 0)
        {
            throw SnsException.Invalid("Empty message");
        }

        if (published.Subject is { } subject && !IsSubject(subject))
        {
            throw SnsException.Invalid("Subject");
        }

        var messages = published.IsStructured ? Structured(published.Message) : new() { ["default"] = published.Message };
        AttributeCheck.Run(published.Attributes);
        return Size(published) > Largest ? throw SnsException.Invalid("Message too long") : messages;
    }

    /// <summary>The bytes of a notification, attributes included.</summary>
    public static int Size(NewNotification published) => Encoding.UTF8.GetByteCount(published.Message) + published.Attributes.Sum(
        attribute => Encoding.UTF8.GetByteCount(attribute.Key + attribute.Value.DataType + attribute.Value.StringValue)
            + (attribute.Value.BinaryValue?.Length ?? 0));

    /// <summary>Refuses what a FIFO topic requires and a standard one does not have.</summary>
    /// <exception cref="SnsException">It does not fit.</exception>
    public static void CheckFifo(NewNotification published, TopicSettings topic)
    {
        CheckId("MessageGroupId", published.GroupId);
        CheckId("MessageDeduplicationId", published.DeduplicationId);
        if (topic.IsFifo && published.GroupId is null)
        {
            throw SnsException.Invalid("The MessageGroupId parameter is required for FIFO topics");
        }

        if (topic.IsFifo && published.DeduplicationId is null && !topic.DeduplicatesByContent)
        {
            throw SnsException.Invalid(
                "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        }

        if (!topic.IsFifo && published.DeduplicationId is not null)
        {
            throw SnsException.Invalid("MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not "
                + "valid for this topic type");
        }
    }

    // A group of a standard topic, which goes to queues alone, must be like one of a FIFO topic.
    private static void CheckId(string parameter, string? id)
    {
        if (id is not null && !NewMessage.IsId(id))
        {
            throw SnsException.Invalid(
                $"{parameter} Reason: {parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length");
        }
    }

    // "Subjects must be UTF-8 text with no line breaks or control characters, and less than 100 characters long."
    private static bool IsSubject(string subject) =>
        subject.Length is > 0 and <= LongestSubject && !char.IsWhiteSpace(subject[0]) && !subject.Any(char.IsControl);

    private static Dictionary<string, string> Structured(string message)
    {
        Dictionary<string, string> messages;
        try
        {
            using var document = SentJson.Parse(message);
            messages = [];
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.String)
                {
                    messages[member.Name] = member.Value.GetString()!;
                }
            }
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            throw SnsException.Invalid("Message Structure - JSON message body failed to parse");
        }

        return messages.ContainsKey("default")
            ? messages
            : throw SnsException.Invalid("Message Structure - No default entry in JSON message body");
    }
}
