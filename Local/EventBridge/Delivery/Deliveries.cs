using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.EventBridge.Targets;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.EventBridge.Delivery;

/// <summary>
/// Delivers events, and tries again what may go better later, for a day or for as long as the target says; then the event is a dead
/// letter. What waits for its next attempt is kept on disk.
/// </summary>
/// <param name="files">What waits.</param>
/// <param name="time">The clock.</param>
/// <param name="random">At least 0 and less than 1, for jitter.</param>
internal sealed class Deliveries(DeliveryFiles files, TimeProvider time, Func<double> random) : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private volatile Route _route = new(new RuleSet(), new TargetServices(), null);

    /// <summary>Events go to these rules' targets from now on.</summary>
    public void Serve(RuleSet rules, TargetServices services, DeadLetters deadLetters) => _route = new(rules, services, deadLetters);

    /// <summary>Continues with what waited when the runner before ended.</summary>
    public void Resume()
    {
        foreach (var delivery in files.Load())
        {
            Start(delivery);
        }
    }

    /// <summary>Begins a delivery.</summary>
    public void Start(PendingDelivery delivery) =>
        Background.StartTask($"The delivery of an event of {delivery.RuleArn}", () => RunAsync(delivery));

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _closing.Dispose();
    }

    private async Task RunAsync(PendingDelivery delivery)
    {
        var closed = _closing.Token;
        try
        {
            while (await TryAsync(delivery, closed) is { } next)
            {
                delivery = next;
                await Task.Delay(Backoff.After(delivery.Attempts, random()), time, closed);
            }
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // Kept for the next runner: a first attempt is not on disk yet.
            files.Save(delivery);
        }
    }

    /// <summary>One attempt: what is to be tried again, or null where it is over.</summary>
    private async Task<PendingDelivery?> TryAsync(PendingDelivery delivery, CancellationToken closed)
    {
        var (rules, services, deadLetters) = _route;
        if (rules.Find(delivery.RuleArn) is { } rule && rule.Targets.FirstOrDefault(one => one.Id == delivery.TargetId) is { } target)
        {
            try
            {
                await services.SendAsync(rule, target, BusEvent.Read(delivery.Event, delivery.Ingested), closed);
            }
            catch (DeliveryException failure)
            {
                var tried = delivery with { Attempts = delivery.Attempts + 1 };
                var exhausted = Exhausted(tried, target);
                if (failure.IsRetriable && exhausted is null)
                {
                    files.Save(tried);
                    return tried;
                }

                deadLetters?.Send(rule, target, tried, failure, failure.IsRetriable ? exhausted : null);
            }
        }

        files.Delete(delivery);
        return null;
    }

    private string? Exhausted(PendingDelivery tried, Target target) =>
        tried.Attempts > target.MaximumRetryAttempts ? nameof(Target.MaximumRetryAttempts)
        : time.GetUtcNow() - tried.Ingested >= target.MaximumEventAge ? "MaximumEventAgeInSeconds"
        : null;

    private sealed record Route(RuleSet Rules, TargetServices Services, DeadLetters? DeadLetters);
}
