using Lexicon.Local.Aws;
using Lexicon.Local.Lambda.EventSources.Batches;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Lambda.EventSources.Queues;

/// <summary>
/// Receives the messages of a queue for a mapping and delivers them, as many batches at once as the mapping and this machine allow
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html). A FIFO queue hands out nothing of a message group of which
/// a message is worked on, so that batches at once keep its order.
/// </summary>
internal sealed class QueuePoller(EventSourceMapping mapping, MappingServices services)
{
    // What ReceiveMessage returns at most, and so a batch of a mapping without a batching window.
    private const int LargestReceipt = 10;
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    private readonly MappingSettings _settings = mapping.Settings;
    private readonly QueueDelivery _delivery = new(mapping, services);

    /// <summary>Polls until it is stopped.</summary>
    public async Task RunAsync(PollingStop stop)
    {
        using var slots = new SemaphoreSlim(Math.Min(_settings.MaximumConcurrency ?? services.Concurrency, services.Concurrency));
        var working = new List<Task>();
        var backoff = new Backoff(services.Time);
        try
        {
            while (true)
            {
                await slots.WaitAsync(stop.Gently);
                var (received, batch) = (services.Time.GetUtcNow(), await TryGatherAsync(stop.Gently));
                if (batch is null)
                {
                    slots.Release();
                    await backoff.WaitAsync(stop.Gently);
                    continue;
                }

                backoff.Reset();
                working.RemoveAll(task => task.IsCompletedSuccessfully);
                working.Add(DeliverAsync(batch, received, slots, stop));
            }
        }
        finally
        {
            await Task.WhenAll(working);
        }
    }

    private async Task DeliverAsync(
        IReadOnlyList<ReceivedMessage> batch, DateTimeOffset received, SemaphoreSlim slots, PollingStop stop)
    {
        try
        {
            await _delivery.DeliverAsync(batch, received, stop);
        }
        catch (OperationCanceledException) when (stop.Gently.IsCancellationRequested)
        {
            // The messages appear again.
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>The messages of a batch, or none; null where they could not be received.</summary>
    private async Task<IReadOnlyList<ReceivedMessage>?> TryGatherAsync(CancellationToken stop)
    {
        try
        {
            return await GatherAsync(stop);
        }
        catch (AwsException problem)
        {
            mapping.LastResult = $"PROBLEM: {problem.Message}";
            return null;
        }
    }

    private async Task<IReadOnlyList<ReceivedMessage>> GatherAsync(CancellationToken stop)
    {
        List<ReceivedMessage> batch = [.. await ReceiveAsync(_settings.BatchSize, LongPoll, stop)];
        var end = services.Time.GetUtcNow() + TimeSpan.FromSeconds(_settings.Window);
        while (batch.Count > 0 && batch.Count < _settings.BatchSize && !stop.IsCancellationRequested)
        {
            var left = end - services.Time.GetUtcNow();
            if (left <= TimeSpan.Zero || batch.Sum(message => message.Body.Length) >= BatchInvoker.LargestEvent)
            {
                break;
            }

            batch.AddRange(await ReceiveAsync(_settings.BatchSize - batch.Count, left, stop));
        }

        return batch;
    }

    private Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int most, TimeSpan wait, CancellationToken stop) =>
        services.Queues.ReceiveAsync(
            _settings.SourceArn, services.PollerOf(_settings), Math.Min(most, LargestReceipt), wait, stop);
}
