using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Store.Model;

/// <summary>Reads a value from what DynamoDB returned; false where it is none, and the value then is not looked at.</summary>
internal delegate bool ReadValue<TValue>(AttributeValue stored, out TValue value);

/// <summary>How a kind of value is stored, and which values there may be. <see cref="Codecs"/> has all of them.</summary>
/// <param name="Type">
/// DynamoDB's type descriptor (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html).
/// </param>
/// <param name="Rule">What a value must be, in words.</param>
/// <param name="Holds">Whether a value is one that there may be.</param>
/// <param name="Write">Stores a value.</param>
/// <param name="TryRead">Reads a stored one.</param>
internal sealed record Codec<TValue>(
    string Type, string Rule, Predicate<TValue> Holds, Func<TValue, AttributeValue> Write, ReadValue<TValue> TryRead);
