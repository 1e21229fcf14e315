using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>Reads a value from what DynamoDB returned; false where it is none, and the value then is not looked at.</summary>
internal delegate bool ReadValue<TValue>(AttributeValue stored, out TValue value);
