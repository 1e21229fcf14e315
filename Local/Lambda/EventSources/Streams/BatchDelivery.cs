using Lexicon.Local.Lambda.Destinations;
using Lexicon.Local.Lambda.EventSources.Batches;

namespace Lexicon.Local.Lambda.EventSources.Streams;

/// <summary>
/// Delivers a batch until its records are handled or discarded: what fails is tried again, in order, until the retries or the age of its
/// records run out, and nothing after it is delivered before
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html).
/// </summary>
internal sealed class BatchDelivery(EventSourceMapping mapping, MappingServices services, string shard, Checkpoint checkpoint)
{
    private readonly BatchInvoker _invoker = new(mapping, services.Functions);
    private readonly MappingSettings _settings = mapping.Settings;

    /// <summary>Delivers a batch.</summary>
    /// <exception cref="OperationCanceledException">The poller ends; the batch will be read again.</exception>
    public async Task DeliverAsync(IReadOnlyList<StreamRecord> batch, PollingStop stop)
    {
        var attempt = new Attempts(new Backoff(services.Time));
        while (batch.Count > 0)
        {
            batch = await DiscardExpiredAsync(batch, attempt);
            if (batch.Count == 0)
            {
                return;
            }

            var outcome = await _invoker.InvokeAsync(
                batch.ToDictionary(record => record.SequenceNumber, record => record.Event), stop.AtOnce);
            switch (outcome.Kind)
            {
                case BatchOutcome.Ending.Succeeded:
                    checkpoint.Handle(batch);
                    return;
                case BatchOutcome.Ending.Failed when _settings.Bisects && batch.Count > 1:
                    // Splitting a batch takes nothing from its retries.
                    var middle = batch.Count / 2;
                    await attempt.Pause.WaitAsync(stop.Gently);
                    await DeliverAsync([.. batch.Take(middle)], stop);
                    await DeliverAsync([.. batch.Skip(middle)], stop);
                    return;
                case BatchOutcome.Ending.FailedInPart:
                    batch = SkipHandled(batch, outcome.Failures);
                    break;
            }

            if (outcome.Kind != BatchOutcome.Ending.NotInvoked)
            {
                attempt = attempt.Next(outcome.Response);
                if (_settings.MaximumRetries >= 0 && attempt.Count > _settings.MaximumRetries)
                {
                    await DiscardAsync(batch, DiscardedBatch.RetriesExhausted, attempt);
                    return;
                }
            }

            await attempt.Pause.WaitAsync(stop.Gently);
        }
    }

    /// <summary>A batch that failed in part goes on with its first failure.</summary>
    private IReadOnlyList<StreamRecord> SkipHandled(IReadOnlyList<StreamRecord> batch, IReadOnlySet<string> failures)
    {
        var handled = batch.TakeWhile(record => !failures.Contains(record.SequenceNumber)).ToList();
        checkpoint.Handle(handled);
        return [.. batch.Skip(handled.Count)];
    }

    private async Task<IReadOnlyList<StreamRecord>> DiscardExpiredAsync(IReadOnlyList<StreamRecord> batch, Attempts attempt)
    {
        if (_settings.MaximumAge < 0)
        {
            return batch;
        }

        var oldest = services.Time.GetUtcNow() - TimeSpan.FromSeconds(_settings.MaximumAge);
        var expired = batch.TakeWhile(record => record.Created < oldest).ToList();
        if (expired.Count > 0)
        {
            await DiscardAsync(expired, DiscardedBatch.AgeExceeded, attempt);
        }

        return [.. batch.Skip(expired.Count)];
    }

    private async Task DiscardAsync(IReadOnlyList<StreamRecord> batch, string condition, Attempts attempt)
    {
        // Its record is sent before it is passed: a runner that is killed in between sends it twice and never loses it.
        if (_settings.OnFailure is { } destination)
        {
            var record = new DiscardedBatch(_settings, shard, batch).Record(
                condition, attempt.Count, attempt.Last, services.Time.GetUtcNow());
            await services.Destinations.SendAsync(
                destination, new DestinationRecord(services.PollerOf(_settings), _settings.Function.Arn, IsSuccess: false, record));
        }

        checkpoint.Handle(batch);
    }

    /// <summary>The attempts at a batch.</summary>
    /// <param name="Pause">The waits between them.</param>
    /// <param name="Count">How many failed.</param>
    /// <param name="Last">What the function returned last.</param>
    private sealed record Attempts(Backoff Pause, int Count = 0, InvokeResponse? Last = null)
    {
        public Attempts Next(InvokeResponse? response) => this with { Count = Count + 1, Last = response };
    }
}
