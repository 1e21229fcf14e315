using Lexicon.Local.CloudWatchLogs;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Log events in memory, with a way to wait for one.</summary>
internal sealed class TestLogs : ILogs
{
    private readonly Lock _gate = new();
    private readonly List<(string Group, LogEvent Logged)> _events = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The messages of a group.</summary>
    public IReadOnlyList<string> Messages(string group) => [.. Tail(group, int.MaxValue).Select(logged => logged.Message)];

    public void Write(string group, string stream, string message)
    {
        TaskCompletionSource done;
        lock (_gate)
        {
            _events.Add((group, new LogEvent(DateTimeOffset.UtcNow, stream, message)));
            done = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        done.SetResult();
    }

    public string FileOf(string group, string stream) => $"{group}/{stream}";

    public IReadOnlyList<LogEvent> Tail(string group, int count)
    {
        lock (_gate)
        {
            return [.. _events.Where(item => item.Group == group).Select(item => item.Logged).TakeLast(count)];
        }
    }

    /// <summary>Waits for an event, also one that has been.</summary>
    public async Task<string> WaitForAsync(string group, Func<string, bool> fits)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                next = _changed.Task;
            }

            if (Messages(group).FirstOrDefault(fits) is { } found)
            {
                return found;
            }

            await next.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }
}
