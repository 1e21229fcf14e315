using Lexicon.Local.DynamoDb.Streams;
using Lexicon.Local.Iam;

namespace Lexicon.Local.DynamoDb;

/// <summary>
/// DynamoDB Streams as other rooms read them, each call on behalf of a caller and authorized as over HTTP
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html).
/// </summary>
internal interface IStreams
{
    /// <summary>Done when something is written next, to whatever table: who waits for records asks again.</summary>
    Task Written { get; }

    /// <summary>Returns once every table of the templates is there, so that its stream can be read.</summary>
    Task ReadyAsync(CancellationToken cancellation);

    /// <summary>Whether a table of the templates has this stream; it need not be there yet.</summary>
    bool IsOfTemplates(string streamArn);

    /// <summary>Whether a caller may call an operation, such as <c>GetRecords</c>, on a stream.</summary>
    Decision Authorize(Caller caller, string operation, string streamArn);

    /// <summary>The shards of a stream (DescribeStream); null when there is no such stream.</summary>
    /// <exception cref="DynamoDbException">The caller may not, or the engine refuses.</exception>
    Task<IReadOnlyList<StreamShard>?> DescribeAsync(Caller caller, string streamArn, CancellationToken cancellation);

    /// <summary>An iterator over a shard (GetShardIterator).</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="streamArn">The stream.</param>
    /// <param name="shardId">The shard.</param>
    /// <param name="after">The sequence number after which it begins; null: with the oldest record.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DynamoDbException">The caller may not, or the records after that are gone.</exception>
    Task<string> IterateAsync(Caller caller, string streamArn, string shardId, string? after, CancellationToken cancellation);

    /// <summary>The next records (GetRecords).</summary>
    /// <exception cref="DynamoDbException">The caller may not, or the iterator has expired.</exception>
    Task<StreamPage> ReadAsync(Caller caller, string streamArn, string iterator, int most, CancellationToken cancellation);
}
