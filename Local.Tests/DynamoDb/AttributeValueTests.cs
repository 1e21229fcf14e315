using System.Text.Json;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.DynamoDb.Validation;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>Numbers and nesting at the limits of what DynamoDB keeps.</summary>
public sealed class AttributeValueTests
{
    private const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";
    private const string Underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range";
    private const string NoNumber = "The parameter cannot be converted to a numeric value";

    [Theory]
    [InlineData("9.9999999999999999999999999999999999999E+125", null)]
    [InlineData("1E-130", null)]
    [InlineData("0e125", null)]
    [InlineData("-.5", null)]
    [InlineData("1e126", Overflow)]
    [InlineData("-1e99999999999", Overflow)]
    [InlineData("1e2147483648", Overflow)]
    [InlineData("1e-131", Underflow)]
    [InlineData("1e-99999999999", Underflow)]
    [InlineData("0e126", Overflow)]
    [InlineData("0e-131", Underflow)]
    [InlineData("1e9223372036854775808", NoNumber + ": 1e9223372036854775808")]
    [InlineData("1e", NoNumber + ": 1e")]
    [InlineData(" 1", NoNumber + ":  1")]
    [InlineData("", NoNumber)]
    [InlineData("123456789012345678901234567890123456789", "Attempting to store more than 38 significant digits in a Number")]
    public void Number_IsHeldAgainstItsRange_HoweverItIsWritten(string number, string? message) =>
        Assert.Equal(message, NumberText.Check(number));

    [Theory]
    [InlineData(31, null)]
    [InlineData(
        32, "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit")]
    public void Value_HasAtMost32Levels(int wraps, string? message)
    {
        Assert.Equal(message, AttributeValueCheck.Check(Nested(wraps, "{\"M\":{\"n\":", "}}")));
        Assert.Equal(message, AttributeValueCheck.Check(Nested(wraps, "{\"L\":[", "]}")));
    }

    /// <summary>A text within so many maps or lists.</summary>
    internal static JsonElement Nested(int wraps, string before, string after) => JsonDocument.Parse(
        string.Concat(Enumerable.Repeat(before, wraps)) + "{\"S\":\"leaf\"}" + string.Concat(Enumerable.Repeat(after, wraps)),
        new JsonDocumentOptions { MaxDepth = DeepJson.MaxDepth }).RootElement;
}
