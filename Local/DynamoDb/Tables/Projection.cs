namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>The attributes that an index carries.</summary>
internal sealed record Projection
{
    /// <summary><c>ALL</c>, <c>KEYS_ONLY</c> or <c>INCLUDE</c>.</summary>
    public string ProjectionType { get; init; } = "ALL";

    /// <summary>With <c>INCLUDE</c>: the attributes.</summary>
    public IReadOnlyList<string>? NonKeyAttributes { get; init; }
}
