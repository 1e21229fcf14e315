using System.Collections.Concurrent;

namespace Lexicon.Local.CloudWatchLogs;

/// <summary>The log groups: those that templates declare and those that came with their first event.</summary>
internal sealed class LogGroups(string folder, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, LogGroup> _byName = [];

    /// <summary>The group with this name; it is created when it is not there.</summary>
    public LogGroup Group(string name) =>
        _byName.GetOrAdd(name, name => new LogGroup(Path.Combine(folder, FileNames.Encode(name)), time.GetUtcNow()));

    /// <summary>Every group by its name, those of earlier runs included.</summary>
    public IReadOnlyList<(string Name, LogGroup Group)> All
    {
        get
        {
            string[] earlier = Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder)] : [];
            return
            [
                .. earlier.Select(path => FileNames.Decode(Path.GetFileName(path))).Union(_byName.Keys)
                    .Order(StringComparer.Ordinal)
                    .Select(name => (name, Group(name))),
            ];
        }
    }

    /// <summary>The group with this name; null when there is none, not even of an earlier run.</summary>
    public LogGroup? Find(string name) =>
        _byName.ContainsKey(name) || Directory.Exists(Path.Combine(folder, FileNames.Encode(name))) ? Group(name) : null;

    /// <summary>
    /// Removes the streams whose last event is older than the retention of their group. CloudWatch Logs deletes events by
    /// their own age; a stream here is one execution environment, which lives for hours, so the stream's age will do.
    /// </summary>
    public void RemoveExpired()
    {
        foreach (var group in _byName.Values)
        {
            group.RemoveExpired(time.GetUtcNow());
        }
    }
}
