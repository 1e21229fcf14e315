namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>The time to live: the engine deletes expired items by itself.</summary>
internal sealed record TimeToLiveSpecification
{
    /// <summary>The attribute with the seconds since 1970; a disabled one needs none.</summary>
    public string? AttributeName { get; init; }

    public required bool Enabled { get; init; }
}
