namespace Lexicon.Local.CloudWatchLogs;

/// <summary>One log group: a folder with a file a stream, and its last events in memory.</summary>
internal sealed class LogGroup(string folder, DateTimeOffset made)
{
    private const int Remembered = 2000;
    private readonly Lock _gate = new();
    private Queue<LogEvent>? _recent;

    /// <summary>Days that events are kept; null keeps them for ever, as CloudWatch Logs does.</summary>
    public int? RetentionInDays { get; set; }

    /// <summary>Keeps an event in memory for <see cref="Tail"/>; its file is the writer's business.</summary>
    public void Remember(LogEvent logged)
    {
        lock (_gate)
        {
            _recent ??= Load();
            _recent.Enqueue(logged);
            if (_recent.Count > Remembered)
            {
                _recent.Dequeue();
            }
        }
    }

    /// <summary>The last events, oldest first.</summary>
    public IReadOnlyList<LogEvent> Tail(int count)
    {
        lock (_gate)
        {
            _recent ??= Load();
            return [.. _recent.Skip(Math.Max(0, _recent.Count - count))];
        }
    }

    /// <summary>The streams, by name.</summary>
    public IReadOnlyList<LogStream> Streams => LogStream.In(folder);

    /// <summary>When it was made: with its first event, or, while it has none, with the runner's start. Files do not always know.</summary>
    public DateTimeOffset Created => Streams.Select(stream => stream.Created).Append(made).Min();

    /// <summary>The file of a stream.</summary>
    public string FileOf(string stream) => Path.Combine(folder, FileNames.Encode(stream) + ".jsonl");

    /// <summary>Removes streams that have seen no event for longer than the retention.</summary>
    public void RemoveExpired(DateTimeOffset now)
    {
        if (RetentionInDays is not { } days || !Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.jsonl"))
        {
            if (file.LastWriteTimeUtc < now.UtcDateTime.AddDays(-days))
            {
                file.Delete();
            }
        }
    }

    /// <summary>Events of an earlier run, from the newest streams until enough are found.</summary>
    private Queue<LogEvent> Load()
    {
        var found = new List<LogEvent>();
        if (Directory.Exists(folder))
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.jsonl").OrderByDescending(file => file.LastWriteTimeUtc))
            {
                var stream = FileNames.Decode(Path.GetFileNameWithoutExtension(file.Name));
                found.AddRange(LogLine.ReadAll(file.FullName, stream));
                if (found.Count >= Remembered)
                {
                    break;
                }
            }
        }

        return new Queue<LogEvent>(found.OrderBy(logged => logged.Time).TakeLast(Remembered));
    }
}
