using System.Globalization;
using System.Text;

namespace Lexicon.Local.Sqs.Messages;

/// <summary>
/// What a message must be like to be taken
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html).
/// </summary>
internal static class MessageCheck
{
    private const int MostAttributes = 10;
    private const int LongestName = 256;
    private const string Allowed = "#x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF";

    /// <summary>Refuses what cannot be a message of a queue.</summary>
    /// <exception cref="SqsException">It cannot.</exception>
    public static void Check(NewMessage message, QueueSettings queue)
    {
        if (message.Body.Length == 0)
        {
            throw SqsException.Missing("MessageBody");
        }

        CheckCharacters(message.Body);
        if (message.Attributes.Count > MostAttributes)
        {
            throw SqsException.Invalid(
                $"Number of message attributes [{message.Attributes.Count}] exceeds the allowed maximum [{MostAttributes}].");
        }

        foreach (var (name, attribute) in message.Attributes)
        {
            CheckName(name);
            CheckAttribute(name, attribute);
        }

        CheckSystemAttributes(message.SystemAttributes);
        FifoCheck.Check(message, queue);
        if (Size(message) > queue.LargestMessage)
        {
            throw SqsException.Invalid(
                $"One or more parameters are invalid. Reason: Message must be shorter than {queue.LargestMessage} bytes.");
        }
    }

    /// <summary>The bytes of a message, attributes included.</summary>
    public static int Size(NewMessage message) => Encoding.UTF8.GetByteCount(message.Body) + message.Attributes.Sum(
        attribute => Encoding.UTF8.GetByteCount(attribute.Key + attribute.Value?.DataType + attribute.Value?.StringValue)
            + (attribute.Value?.BinaryValue?.Length ?? 0));

    private static void CheckSystemAttributes(IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        foreach (var (name, attribute) in attributes)
        {
            if (name != "AWSTraceHeader")
            {
                throw SqsException.Invalid($"Message system attribute name '{name}' is invalid.");
            }

            if (attribute is not { DataType: "String", StringValue.Length: > 0 })
            {
                throw SqsException.Invalid($"Message system attribute '{name}' must contain a non-empty value of type 'String'.");
            }
        }
    }

    private static void CheckCharacters(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < ' ' and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF)
            {
                throw new SqsException("InvalidMessageContents", string.Create(
                    CultureInfo.InvariantCulture,
                    $"Invalid binary character '#x{rune.Value:X}' was found in the message body, "
                        + $"the set of allowed characters is {Allowed}"));
            }
        }
    }

    // Developer guide of SQS, "Message attribute components".
    private static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestName || !name.All(IsOfName) || MessageAttribute.IsReserved(name) || IsBadlyDotted(name))
        {
            throw SqsException.Invalid($"The message attribute name '{name}' is invalid. Attribute name can contain A-Z, a-z, 0-9, "
                + "underscore (_), hyphen (-), and period (.) characters.");
        }
    }

    private static void CheckAttribute(string name, MessageAttribute? attribute)
    {
        if (string.IsNullOrEmpty(attribute?.DataType))
        {
            throw SqsException.Invalid($"The message attribute '{name}' must contain non-empty message attribute type.");
        }

        var value = attribute.DataType.Split('.')[0] switch
        {
            "String" or "Number" => attribute.StringValue?.Length,
            "Binary" => attribute.BinaryValue?.Length,
            _ => throw SqsException.Invalid($"The message attribute '{name}' has an invalid message attribute type, the set of supported "
                + "type prefixes is Binary, Number, and String."),
        };
        if (value is null or 0)
        {
            throw SqsException.Invalid(
                $"Message (user) attribute '{name}' must contain a non-empty value of type '{attribute.DataType}'.");
        }

        if (attribute.IsWrongNumber)
        {
            throw SqsException.Invalid($"Can't cast the value of message (user) attribute '{name}' to a number.");
        }
    }

    private static bool IsBadlyDotted(string name) =>
        name.StartsWith('.') || name.EndsWith('.') || name.Contains("..", StringComparison.Ordinal);

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
}
