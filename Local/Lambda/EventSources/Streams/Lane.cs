using System.Threading.Channels;
using Lexicon.Local.Lambda.EventSources.Batches;

namespace Lexicon.Local.Lambda.EventSources.Streams;

/// <summary>
/// One batch of a shard after the other: gathers records until the batch is full, its event is as large as an event can be, or the
/// batching window is over
/// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html#invocation-eventsourcemapping-batching).
/// </summary>
internal sealed class Lane(MappingSettings settings, BatchDelivery delivery, TimeProvider time)
{
    private readonly Channel<IReadOnlyList<StreamRecord>> _channel = Channel.CreateUnbounded<IReadOnlyList<StreamRecord>>();
    private readonly Queue<StreamRecord> _waiting = new();

    /// <summary>Takes records that were read together.</summary>
    public void Add(IReadOnlyList<StreamRecord> records) => _channel.Writer.TryWrite(records);

    /// <summary>No more records will come.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    /// <summary>Delivers until no more will come, or the poller ends.</summary>
    public async Task RunAsync(PollingStop stop)
    {
        try
        {
            while (_waiting.Count > 0 || await _channel.Reader.WaitToReadAsync(stop.Gently))
            {
                var batch = await GatherAsync(stop.Gently);
                stop.Gently.ThrowIfCancellationRequested();
                await delivery.DeliverAsync(batch, stop);
            }
        }
        catch (OperationCanceledException) when (stop.Gently.IsCancellationRequested)
        {
            // What was not delivered is read again.
        }
    }

    private async Task<IReadOnlyList<StreamRecord>> GatherAsync(CancellationToken stop)
    {
        var batch = new List<StreamRecord>();
        var window = settings.Window > 0 ? Task.Delay(TimeSpan.FromSeconds(settings.Window), time, stop) : Task.CompletedTask;
        while (true)
        {
            if (Fill(batch))
            {
                return batch;
            }

            var more = _channel.Reader.WaitToReadAsync(stop).AsTask();
            await Task.WhenAny(more, window);
            if (!more.IsCompletedSuccessfully || !more.Result)
            {
                return batch;
            }
        }
    }

    /// <summary>Whether the batch is full.</summary>
    private bool Fill(List<StreamRecord> batch)
    {
        var size = batch.Sum(record => record.Size);
        while (_waiting.Count > 0 || TakeMore())
        {
            var next = _waiting.Peek();
            if (batch.Count == settings.BatchSize || (batch.Count > 0 && size + next.Size > BatchInvoker.LargestEvent))
            {
                return true;
            }

            batch.Add(_waiting.Dequeue());
            size += next.Size;
        }

        return batch.Count == settings.BatchSize;
    }

    private bool TakeMore()
    {
        while (_channel.Reader.TryRead(out var records))
        {
            foreach (var record in records)
            {
                _waiting.Enqueue(record);
            }
        }

        return _waiting.Count > 0;
    }
}
