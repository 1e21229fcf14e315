namespace Lexicon.Local.Sqs.Messages;

/// <summary>The messages of a queue, in memory and on disk, and who waits for one.</summary>
internal sealed class QueueContent(MessageFiles files)
{
    /// <summary>Held while any of it is read or changed.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The messages on disk.</summary>
    public MessageFiles Files => files;

    /// <summary>The messages, the oldest first; null as long as nobody has asked for them.</summary>
    public List<Message>? Messages { get; set; }

    /// <summary>Until when messages are hidden, by their ids.</summary>
    public Dictionary<string, DateTimeOffset> Hidden { get; } = [];

    /// <summary>Completed when the next message comes.</summary>
    public TaskCompletionSource Arrival { get; private set; } = New();

    /// <summary>A message has come.</summary>
    public void Arrive()
    {
        Arrival.TrySetResult();
        Arrival = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
