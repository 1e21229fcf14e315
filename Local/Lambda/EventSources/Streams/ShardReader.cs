using Lexicon.Local.Aws;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.DynamoDb.Streams;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.EventSources.Batches;

namespace Lexicon.Local.Lambda.EventSources.Streams;

/// <summary>
/// Reads one shard, drops what the filters do not accept, and hands the rest to lanes: one, or as many as
/// <c>ParallelizationFactor</c> says, where the changes of an item stay in one lane and so in order.
/// </summary>
internal sealed class ShardReader
{
    private const int LargestPage = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly EventSourceMapping _mapping;
    private readonly MappingServices _services;
    private readonly StreamPositions _positions;
    private readonly string _shard;
    private readonly MappingSettings _settings;
    private readonly Checkpoint _checkpoint;
    private readonly IReadOnlyList<Lane> _lanes;

    /// <summary>Prepares to read a shard.</summary>
    public ShardReader(EventSourceMapping mapping, MappingServices services, StreamPositions positions, string shard)
    {
        _mapping = mapping;
        _services = services;
        _positions = positions;
        _shard = shard;
        _settings = mapping.Settings;
        _checkpoint = new Checkpoint(handled => positions.Advance(shard, handled));
        var delivery = new BatchDelivery(mapping, services, shard, _checkpoint);
        _lanes = [.. Enumerable.Range(0, _settings.Parallelization).Select(_ => new Lane(_settings, delivery, services.Time))];
    }

    /// <summary>Reads until the shard ends or the poller does.</summary>
    public async Task RunAsync(PollingStop stop)
    {
        var lanes = Task.WhenAll(_lanes.Select(lane => lane.RunAsync(stop)));
        var isAtEnd = false;
        try
        {
            isAtEnd = await ReadAsync(stop.Gently);
        }
        catch (OperationCanceledException) when (stop.Gently.IsCancellationRequested)
        {
            // The lanes end by themselves.
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            // The poller reads the shard anew, from what is handled.
            _mapping.LastResult = $"PROBLEM: {unexpected.Message}";
            Progress.Warn($"{_settings.Place} cannot read {_shard}: {unexpected.Message}");
        }

        foreach (var lane in _lanes)
        {
            lane.Complete();
        }

        await lanes;
        if (isAtEnd && _checkpoint.Count == 0)
        {
            _positions.Finish(_shard);
        }
    }

    /// <summary>Whether the shard is read to its end.</summary>
    private async Task<bool> ReadAsync(CancellationToken stop)
    {
        var backoff = new Backoff(_services.Time);
        string? iterator = null;
        while (true)
        {
            stop.ThrowIfCancellationRequested();

            // What is read ahead is bounded, however long a lane is held up.
            await _checkpoint.BelowAsync(Math.Max(LargestPage, _settings.BatchSize * _settings.Parallelization), stop);
            try
            {
                var written = _services.Streams.Written;
                iterator ??= await IterateAsync(stop);
                var page = await PageAsync(iterator, stop);
                backoff.Reset();
                Hand(page);
                if (page.NextIterator is null)
                {
                    return true;
                }

                iterator = page.NextIterator;
                if (page.Records.Count == 0)
                {
                    await Task.WhenAny(written, Task.Delay(Patience, _services.Time, stop));
                }
            }
            catch (AwsException problem)
            {
                iterator = null;
                if (problem is DynamoDbException { Error.Code: "TrimmedDataAccessException" } && _checkpoint.Count == 0)
                {
                    _positions.Reset(_shard);
                }
                else if (problem is not DynamoDbException { Error.Code: "ExpiredIteratorException" })
                {
                    _mapping.LastResult = $"PROBLEM: {problem.Message}";
                }

                await backoff.WaitAsync(stop);
            }
        }
    }

    // A new iterator begins after what was read, which is more than what is handled.
    private Task<string> IterateAsync(CancellationToken stop) => _services.Streams.IterateAsync(
        _services.PollerOf(_settings), _settings.SourceArn, _shard, _checkpoint.LastAdded ?? _positions.After(_shard), stop);

    private Task<StreamPage> PageAsync(string iterator, CancellationToken stop) => _services.Streams.ReadAsync(
        _services.PollerOf(_settings),
        _settings.SourceArn,
        iterator,
        Math.Min(LargestPage, _settings.BatchSize * _settings.Parallelization),
        stop);

    private void Hand(StreamPage page)
    {
        var records = page.Records.Select(record => StreamRecord.From(record, _settings.SourceArn)).ToList();
        records.ForEach(_checkpoint.Add);
        var accepted = records.ToLookup(record => _settings.Filters.Accepts(record.Event));
        _checkpoint.Handle(accepted[false]);
        foreach (var forLane in accepted[true].GroupBy(LaneOf))
        {
            _lanes[forLane.Key].Add([.. forLane]);
        }
    }

    private int LaneOf(StreamRecord record) =>
        _lanes.Count == 1 ? 0 : (int)((uint)string.GetHashCode(record.Key, StringComparison.Ordinal) % (uint)_lanes.Count);
}
