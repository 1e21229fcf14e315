namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>Provisioned capacity: kept and shown, but nothing here is ever throttled by it.</summary>
internal sealed record Throughput
{
    public required long ReadCapacityUnits { get; init; }

    public required long WriteCapacityUnits { get; init; }
}
