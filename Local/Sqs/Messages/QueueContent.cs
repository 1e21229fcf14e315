namespace Lexicon.Local.Sqs.Messages;

/// <summary>The messages of a queue, in memory and on disk, and who waits for one. Its gate is held for all of it.</summary>
/// <param name="files">The messages on disk.</param>
/// <param name="deduplication">What a FIFO queue has taken within the last minutes.</param>
/// <param name="created">Since when the queue has been there.</param>
internal sealed class QueueContent(MessageFiles files, Deduplication deduplication, DateTimeOffset created)
{
    private readonly Dictionary<string, long> _numbers = [];
    private readonly Dictionary<long, Message> _messages = [];
    private readonly SortedSet<long> _visible = [];
    private readonly SortedSet<(DateTimeOffset At, long Number)> _hidden = [];
    private readonly SortedSet<(DateTimeOffset Sent, long Number)> _ages = [];
    private readonly Dictionary<string, SortedSet<long>> _groups = [];
    private bool _isLoaded;
    private long _last;

    /// <summary>Held while any of it is read or changed.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Since when the queue has been there.</summary>
    public DateTimeOffset Created => created;

    /// <summary>When it was purged last.</summary>
    public DateTimeOffset? Purged { get; set; }

    /// <summary>What a FIFO queue has taken within the last minutes.</summary>
    public Deduplication Deduplication => deduplication;

    /// <summary>In a FIFO queue: what was received within the last minutes by attempts that have an id.</summary>
    public ReceiveAttempts Attempts { get; } = new();

    /// <summary>Completed when the next message comes or appears at once.</summary>
    public TaskCompletionSource Arrival { get; private set; } = New();

    /// <summary>How many messages somebody works on.</summary>
    public int InFlight { get; private set; }

    /// <summary>How many messages are hidden, those included that somebody works on.</summary>
    public int Hidden => _hidden.Count;

    /// <summary>The messages that can be received, in their order.</summary>
    public IEnumerable<Message> Visible => _visible.Select(number => _messages[number]);

    /// <summary>How many messages can be received.</summary>
    public int VisibleCount => _visible.Count;

    /// <summary>All messages.</summary>
    public IEnumerable<Message> All => _messages.Values;

    /// <summary>When the next hidden message appears; null when none is hidden.</summary>
    public DateTimeOffset? NextAppearance => _hidden.Count == 0 ? null : _hidden.Min.At;

    /// <summary>The messages of a group that can be received: those before the first that is hidden, since order is kept.</summary>
    public IEnumerable<Message> Ready(string group) => _groups[group].TakeWhile(_visible.Contains).Select(number => _messages[number]);

    /// <summary>The message with this id; null when there is none.</summary>
    public Message? Find(string id) => _numbers.TryGetValue(id, out var number) ? _messages[number] : null;

    /// <summary>The place of the next message.</summary>
    public long NextNumber(DateTimeOffset now) => _last = Math.Max(_last + 1, now.ToUnixTimeMilliseconds() * 1000);

    /// <summary>Brings everything to this moment: what is hidden no longer appears, what is older than the queue keeps it goes.</summary>
    /// <returns>The moment.</returns>
    public DateTimeOffset Refresh(TimeProvider time, TimeSpan retention)
    {
        var now = time.GetUtcNow();
        Load(now);
        while (_hidden.Count > 0 && _hidden.Min.At <= now)
        {
            var message = _messages[_hidden.Min.Number];
            Unindex(message);
            Index(message, now);
        }

        while (_ages.Count > 0 && _ages.Min.Sent <= now - retention)
        {
            Remove(_messages[_ages.Min.Number]);
        }

        return now;
    }

    /// <summary>Adds a message, or puts it in the place of what it was before. It is on disk when this returns.</summary>
    public void Put(Message message, DateTimeOffset now)
    {
        files.Save(message);
        if (Find(message.Id) is { } before)
        {
            Unindex(before);
        }

        Index(message, now);
    }

    /// <summary>Removes a message for good.</summary>
    public void Remove(Message message)
    {
        Forget(message);
        files.Delete(message);
    }

    /// <summary>Removes a message that is still on disk.</summary>
    public void Forget(Message message)
    {
        if (Find(message.Id) is { } known)
        {
            Unindex(known);
        }
    }

    /// <summary>Removes from disk what was forgotten.</summary>
    public void Delete(Message message) => files.Delete(message);

    /// <summary>A message can be received that could not be before.</summary>
    public void Arrive()
    {
        Arrival.TrySetResult();
        Arrival = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Load(DateTimeOffset now)
    {
        if (_isLoaded)
        {
            return;
        }

        _isLoaded = true;
        foreach (var message in files.Load())
        {
            // Messages of an earlier runner had no number.
            Index(message.Number > _last ? message : message with { Number = _last + 1 }, now);
        }
    }

    private void Index(Message message, DateTimeOffset now)
    {
        _last = Math.Max(_last, message.Number);
        _numbers[message.Id] = message.Number;
        _messages[message.Number] = message;
        _ages.Add((message.Sent, message.Number));
        if (message.VisibleAt <= now)
        {
            _visible.Add(message.Number);
        }
        else
        {
            _hidden.Add((message.VisibleAt, message.Number));
            InFlight += message.Receipt is null ? 0 : 1;
        }

        if (message.GroupId is { } group)
        {
            (_groups.TryGetValue(group, out var numbers) ? numbers : _groups[group] = []).Add(message.Number);
        }
    }

    private void Unindex(Message message)
    {
        _numbers.Remove(message.Id);
        _messages.Remove(message.Number);
        _ages.Remove((message.Sent, message.Number));
        _visible.Remove(message.Number);
        if (_hidden.Remove((message.VisibleAt, message.Number)))
        {
            InFlight -= message.Receipt is null ? 0 : 1;
        }

        if (message.GroupId is { } group && _groups.TryGetValue(group, out var numbers))
        {
            numbers.Remove(message.Number);
            if (numbers.Count == 0)
            {
                _groups.Remove(group);
            }
        }
    }
}
