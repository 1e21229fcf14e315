namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>Where events leave their queue: to destinations with a record, or as dead letters.</summary>
/// <param name="deadLetters">Sends dead letters.</param>
/// <param name="records">Sends records.</param>
internal sealed class EventOutlets(DeadLetters deadLetters, InvocationRecords records)
{
    /// <summary>The function has handled an event.</summary>
    public Task SucceededAsync(QueuedEvent queued, InvokeResponse response, int invocations) =>
        records.SendAsync(queued.Settings.OnSuccess, queued, EventCondition.Success, response, invocations);

    /// <summary>No attempt at an event was successful; both outlets get it, where both are declared.</summary>
    public async Task FailedAsync(
        QueuedEvent queued, EventCondition condition, EventFailure failure, InvokeResponse? response, int invocations)
    {
        await records.SendAsync(queued.Settings.OnFailure, queued, condition, response, invocations);
        await deadLetters.SendAsync(queued, failure);
    }
}
