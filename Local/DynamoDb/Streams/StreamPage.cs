using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Streams;

/// <summary>What GetRecords returns.</summary>
/// <param name="Records">
/// The records, in order (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html).
/// </param>
/// <param name="NextIterator">Where to go on; null when the shard is closed and read to its end.</param>
internal sealed record StreamPage(IReadOnlyList<JsonObject> Records, string? NextIterator);
