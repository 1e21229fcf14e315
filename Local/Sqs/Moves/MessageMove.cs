namespace Lexicon.Local.Sqs.Moves;

/// <summary>
/// A task that moves the messages of a dead-letter queue
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasksResultEntry.html).
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="SourceArn">The dead-letter queue.</param>
/// <param name="DestinationArn">Where the messages go; null: each to the queue that it comes from.</param>
/// <param name="PerSecond">The most messages a second; null: as fast as it goes.</param>
/// <param name="Started">When it began.</param>
/// <param name="ToMove">How many messages there were then.</param>
internal sealed record MessageMove(
    string Id, string SourceArn, string? DestinationArn, int? PerSecond, DateTimeOffset Started, int ToMove)
{
    /// <summary>While it runs.</summary>
    public const string Running = "RUNNING";

    private int _moved;
    private volatile string _status = Running;

    /// <summary>How many messages it has moved.</summary>
    public int Moved => Volatile.Read(ref _moved);

    /// <summary>Where it is: <c>RUNNING</c>, <c>COMPLETED</c>, <c>CANCELLED</c> or <c>FAILED</c>.</summary>
    public string Status => _status;

    /// <summary>Why it failed.</summary>
    public string? FailureReason { get; private set; }

    /// <summary>It has moved one more.</summary>
    public void CountOne() => Interlocked.Increment(ref _moved);

    /// <summary>It has ended.</summary>
    /// <returns>False when it had ended before.</returns>
    public bool End(string status, string? reason = null)
    {
        if (Interlocked.CompareExchange(ref _status, status, Running) != Running)
        {
            return false;
        }

        FailureReason = reason;
        return true;
    }
}
