namespace Lexicon.Local.DynamoDb.Streams;

/// <summary>A shard of a stream (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Shard.html).</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">The shard before it, whose records come first; null where there is none.</param>
internal sealed record StreamShard(string Id, string? ParentId);
