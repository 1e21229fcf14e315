using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Backups;

/// <summary>What is kept of a backup beside its items.</summary>
internal sealed record BackupRecord
{
    public required string Arn { get; init; }

    public required string Name { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public required double CreatedAt { get; init; }

    public required long SizeBytes { get; init; }

    public required long ItemCount { get; init; }

    /// <summary>The table as it was described then.</summary>
    public required JsonObject Table { get; init; }

    /// <summary>Its time to live as it was described then.</summary>
    public JsonObject? TimeToLive { get; init; }

    public string TableName => (string)Table[nameof(TableName)]!;
}
