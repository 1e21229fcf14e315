using Lexicon.Local.CloudWatchLogs;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>Logs that a test reads back.</summary>
internal sealed class FakeLogs : ILogs
{
    private readonly List<(string Group, string Message)> _events = [];

    /// <summary>What writing fails with; null: it does not.</summary>
    public Exception? Failure { get; set; }

    public IReadOnlyList<string> Of(string group)
    {
        lock (_events)
        {
            return [.. _events.Where(written => written.Group == group).Select(written => written.Message)];
        }
    }

    public void Write(string group, string stream, string message)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        lock (_events)
        {
            _events.Add((group, message));
        }
    }

    public string FileOf(string group, string stream) => $"{group}/{stream}";

    public IReadOnlyList<LogEvent> Tail(string group, int count) =>
        [.. Of(group).TakeLast(count).Select(message => new LogEvent(default, "", message))];
}
