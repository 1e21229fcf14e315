namespace Lexicon.Local.Lambda.EventSources.Streams;

/// <summary>
/// The records of a shard that are read and not handled yet, and how far everything before is: only that is kept, so that a restart
/// delivers what was not handled, and what was handled after it, once more.
/// </summary>
/// <param name="save">Keeps the sequence number of the last record before which everything is handled.</param>
internal sealed class Checkpoint(Action<string> save)
{
    private readonly Lock _gate = new();
    private readonly Queue<StreamRecord> _records = new();
    private TaskCompletionSource _change = New();

    /// <summary>How many records are not handled.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _records.Count;
            }
        }
    }

    /// <summary>The sequence number of the last record that was read; null as long as there was none.</summary>
    public string? LastAdded { get; private set; }

    /// <summary>Takes a record that was read, in the order of the shard.</summary>
    public void Add(StreamRecord record)
    {
        lock (_gate)
        {
            LastAdded = record.SequenceNumber;
            _records.Enqueue(record);
        }
    }

    /// <summary>Records are handled, discarded ones too.</summary>
    public void Handle(IEnumerable<StreamRecord> records)
    {
        lock (_gate)
        {
            foreach (var record in records)
            {
                record.IsHandled = true;
            }

            string? last = null;
            while (_records.TryPeek(out var first) && first.IsHandled)
            {
                last = _records.Dequeue().SequenceNumber;
            }

            if (last is not null)
            {
                save(last);
                _change.TrySetResult();
                _change = New();
            }
        }
    }

    /// <summary>Returns once fewer records than this are not handled.</summary>
    public async Task BelowAsync(int count, CancellationToken cancellation)
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (_records.Count < count)
                {
                    return;
                }

                change = _change.Task;
            }

            await change.WaitAsync(cancellation);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
