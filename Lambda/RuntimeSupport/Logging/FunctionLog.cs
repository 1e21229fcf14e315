using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// The function's log: writes each message as one line, or drops it when its level is below the function's. Standard output is
/// what Lambda collects.
/// </summary>
internal sealed class FunctionLog(LogSettings settings, Stream output, TimeProvider time)
{
    private readonly Lock _writing = new();
    private string _requestId = "";
    private string? _traceId;

    /// <summary>From now on, what is logged belongs to this invocation.</summary>
    public void Follow(string requestId, string? traceId) => (_requestId, _traceId) = (requestId, traceId);

    public void Write(LogEntry entry)
    {
        if (entry.Level < settings.MinimumLevel)
        {
            return;
        }

        var moment = new LogMoment(time.GetUtcNow(), _requestId, _traceId);
        var line = settings.Format switch
        {
            LogFormat.Json => JsonLine.Of(entry, moment),
            LogFormat.Text => TextLine.Of(entry, moment),
            _ => TextLine.MessageOf(entry),
        };
        WriteLine(line);
    }

    /// <summary>Writes in one piece, since other processes of the environment may share the output.</summary>
    private void WriteLine(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_writing)
        {
            output.Write(bytes);
            output.Flush();
        }
    }
}
