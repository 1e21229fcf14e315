namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>The type of a key attribute.</summary>
internal sealed record AttributeDefinition
{
    public required string AttributeName { get; init; }

    /// <summary><c>S</c>, <c>N</c> or <c>B</c>.</summary>
    public required string AttributeType { get; init; }
}
