using System.Text;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Lambda.SystemLogs;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>The log stream of one execution environment, with what belongs to the invocation at hand.</summary>
internal sealed class EnvironmentLog(ILogs logs, string group, string stream, ISystemLog system)
{
    private const int TailLength = 4 * 1024;
    private readonly Lock _gate = new();
    private readonly Queue<string> _recent = [];
    private int _recentLength;

    /// <summary>The file of the stream.</summary>
    public string File => logs.FileOf(group, stream);

    /// <summary>From here on, events belong to the next invocation.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _recent.Clear();
            _recentLength = 0;
        }
    }

    public void InitStart() => Write(system.InitStart(), ofInvocation: false);

    public void InitReport(InitReport report) => Write(system.InitReport(report), ofInvocation: false);

    public void Start(string requestId) => Write(system.Start(requestId));

    public void Failure(string requestId, InvocationFailure failure) => Write(system.Failure(requestId, failure));

    public void End(InvocationReport report) => Write(system.End(report));

    public void Report(InvocationReport report) => Write(system.Report(report));

    /// <summary>Takes a line that the function wrote.</summary>
    public void Line(string text)
    {
        if (system.Keeps(text))
        {
            Write(text);
        }
    }

    /// <summary>The last 4 KB of the invocation's log (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).</summary>
    public string Tail()
    {
        lock (_gate)
        {
            var text = new StringBuilder(_recentLength);
            foreach (var message in _recent)
            {
                text.Append(message).Append('\n');
            }

            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            return Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, bytes.Length - TailLength)));
        }
    }

    private void Write(string? message, bool ofInvocation = true)
    {
        if (message is null)
        {
            return;
        }

        logs.Write(group, stream, message);
        if (ofInvocation)
        {
            Remember(message);
        }
    }

    private void Remember(string message)
    {
        lock (_gate)
        {
            _recent.Enqueue(message);
            _recentLength += message.Length + 1;
            while (_recentLength - _recent.Peek().Length - 1 >= TailLength)
            {
                _recentLength -= _recent.Dequeue().Length + 1;
            }
        }
    }
}
