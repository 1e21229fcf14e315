using System.Globalization;
using System.Text;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sns.Publishing;

/// <summary>
/// What attributes of a notification must be like (https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html).
/// </summary>
internal static class AttributeCheck
{
    private const int LongestName = 256;

    /// <summary>Refuses attributes that are not valid.</summary>
    /// <exception cref="SnsException">One is not.</exception>
    public static void Run(IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        foreach (var (name, attribute) in attributes)
        {
            if (WrongName(name) is { } reason)
            {
                throw SnsException.InvalidAttribute(reason);
            }

            CheckValue(name, attribute);
        }
    }

    private static string? WrongName(string name)
    {
        if (name.Length == 0)
        {
            return "Message attribute name can not be empty.";
        }

        if (MessageAttribute.IsReserved(name))
        {
            return $"Message attribute name '{name}' can not begin with 'AWS.' or 'Amazon.', which are reserved.";
        }

        if (Encoding.UTF8.GetByteCount(name) > LongestName)
        {
            return "Length of message attribute name must be less than 256 bytes.";
        }

        if (name.FirstOrDefault(one => !char.IsAsciiLetterOrDigit(one) && one is not ('-' or '_' or '.')) is not '\0' and var wrong)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Invalid non-alphanumeric character '#x{(int)wrong:X}' was found in the "
                + $"message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.");
        }

        return name.StartsWith('.') ? "Invalid message attribute name starting with character '.' was found."
            : name.EndsWith('.') ? "Invalid message attribute name ending with character '.' was found."
            : name.Contains("..", StringComparison.Ordinal) ? "Message attribute name can not have successive '.' character."
            : null;
    }

    private static void CheckValue(string name, MessageAttribute attribute)
    {
        var type = attribute.DataType;
        var field = type.Split('.')[0] switch
        {
            "String" or "Number" => "String",
            "Binary" => "Binary",
            _ => throw SnsException.InvalidAttribute($"The message attribute '{name}' has an invalid message attribute type, the set of "
                + "supported type prefixes is Binary, Number, and String."),
        };
        var (isThere, isOther) = field == "String"
            ? (attribute.StringValue?.Length > 0, attribute.BinaryValue is not null)
            : (attribute.BinaryValue?.Length > 0, attribute.StringValue is not null);
        if (!isThere)
        {
            throw SnsException.InvalidAttribute(isOther
                ? $"The message attribute '{name}' with type '{type}' must use field '{field}'."
                : $"The message attribute '{name}' must contain non-empty message attribute value for message attribute type '{type}'.");
        }

        if (attribute.IsWrongNumber)
        {
            throw SnsException.InvalidAttribute($"Could not cast message attribute '{name}' value to number.");
        }
    }
}
