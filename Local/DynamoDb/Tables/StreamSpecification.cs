namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>The stream of a table.</summary>
internal sealed record StreamSpecification
{
    /// <summary>What its records carry, such as <c>NEW_AND_OLD_IMAGES</c>.</summary>
    public required string StreamViewType { get; init; }
}
