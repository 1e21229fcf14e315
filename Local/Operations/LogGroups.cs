using System.Collections.Concurrent;

namespace Lexicon.Local.Operations;

/// <summary>The log groups: those that templates declare and those that came with their first event.</summary>
internal sealed class LogGroups(string folder, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, LogGroup> byName = [];

    /// <summary>The group with this name; it is created when it is not there.</summary>
    public LogGroup Group(string name) =>
        byName.GetOrAdd(name, static (name, folder) => new LogGroup(Path.Combine(folder, FileNames.Of(name))), folder);

    /// <summary>
    /// Removes the streams whose last event is older than the retention of their group. CloudWatch Logs deletes events by
    /// their own age; a stream here is one execution environment, which lives for hours, so the stream's age will do.
    /// </summary>
    public void RemoveExpired()
    {
        foreach (var group in byName.Values)
        {
            group.RemoveExpired(time.GetUtcNow());
        }
    }
}
