
namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>One attribute of a key schema.</summary>
internal sealed record KeyElement
{
    public required string AttributeName { get; init; }

    /// <summary><c>HASH</c> or <c>RANGE</c>.</summary>
    public required string KeyType { get; init; }
}
