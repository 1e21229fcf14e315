namespace Lexicon.Local.DynamoDb.Streams;

/// <summary>Tells who waits for records that there may be some.</summary>
internal sealed class WriteSignal
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Done with the next write.</summary>
    public Task Next => _next.Task;

    /// <summary>Something was written.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
