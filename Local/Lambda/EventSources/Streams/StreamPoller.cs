using Lexicon.Local.Aws;
using Lexicon.Local.DynamoDb.Streams;

namespace Lexicon.Local.Lambda.EventSources.Streams;

/// <summary>
/// Reads the shards of a stream for a mapping, each by a reader of its own, a shard after the one before it
/// (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html).
/// </summary>
internal sealed class StreamPoller(EventSourceMapping mapping, MappingServices services, StreamPositions positions)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Reads until it is stopped.</summary>
    public async Task RunAsync(PollingStop stop)
    {
        var readers = new Dictionary<string, Task>();
        try
        {
            while (!stop.Gently.IsCancellationRequested)
            {
                var written = services.Streams.Written;
                foreach (var shard in await FindAsync(readers, stop.Gently))
                {
                    readers[shard.Id] = new ShardReader(mapping, services, positions, shard.Id).RunAsync(stop);
                }

                await NextAsync(readers.Values.Where(reader => !reader.IsCompleted), written, stop.Gently);
            }
        }
        finally
        {
            await Task.WhenAll(readers.Values);
        }
    }

    /// <summary>The shards that can be read now and are not.</summary>
    private async Task<IReadOnlyList<StreamShard>> FindAsync(Dictionary<string, Task> readers, CancellationToken stop)
    {
        try
        {
            var settings = mapping.Settings;
            var shards = await services.Streams.DescribeAsync(services.PollerOf(settings), settings.SourceArn, stop) ?? [];
            var ids = shards.Select(shard => shard.Id).ToHashSet();
            positions.Keep(ids);
            return
            [
                .. shards.Where(shard => !IsReading(shard.Id) && !positions.IsFinished(shard.Id)
                    && (shard.ParentId is null || !ids.Contains(shard.ParentId) || positions.IsFinished(shard.ParentId))),
            ];
        }
        catch (AwsException problem)
        {
            mapping.LastResult = $"PROBLEM: {problem.Message}";
            return [];
        }

        bool IsReading(string shard) => readers.TryGetValue(shard, out var reader) && !reader.IsCompleted;
    }

    /// <summary>Waits for the end of a shard; where none is read, for a write, which may begin one.</summary>
    private async Task NextAsync(IEnumerable<Task> reading, Task written, CancellationToken stop)
    {
        var readers = reading.ToList();
        await (readers.Count > 0
            ? Task.WhenAny(readers).WaitAsync(stop)
            : Task.WhenAny(written, Task.Delay(Patience, services.Time, stop)));
    }
}
