using System.Globalization;

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
    /// <summary>Whether it should be a number by its type, and is none.</summary>
    public bool IsWrongNumber => DataType.Split('.')[0] == "Number"
        && !(double.TryParse(StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number));

    /// <summary>Whether a name begins as those of AWS do, in whatever case.</summary>
    public static bool IsReserved(string name) =>
        name.StartsWith("AWS.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Amazon.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Text.</summary>
    public static MessageAttribute Text(string value) => new("String", value);

    /// <summary>A number.</summary>
    public static MessageAttribute Number(int value) => new("Number", value.ToString(CultureInfo.InvariantCulture));
}
