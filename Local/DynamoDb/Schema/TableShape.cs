namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>What authorization must know of a table: the partition keys, of the table itself and of its indexes.</summary>
internal sealed record TableShape(string PartitionKey, IReadOnlyDictionary<string, string> IndexPartitionKeys);
