namespace Lexicon.Local.Sqs.Messages;

/// <summary>
/// An attribute of a message
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_MessageAttributeValue.html).
/// </summary>
/// <param name="DataType"><c>String</c>, <c>Number</c> or <c>Binary</c>, perhaps with a label after a dot.</param>
/// <param name="StringValue">The value, unless it is binary.</param>
/// <param name="BinaryValue">The value, if it is.</param>
internal sealed record MessageAttribute(string DataType, string? StringValue, byte[]? BinaryValue = null)
{
    /// <summary>Text.</summary>
    public static MessageAttribute Text(string value) => new("String", value);

    /// <summary>A number.</summary>
    public static MessageAttribute Number(int value) => new("Number", value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
