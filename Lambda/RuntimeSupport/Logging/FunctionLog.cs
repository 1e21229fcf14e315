using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// The function's log: writes each message as one line, or drops it when its level is below the function's. Standard output is
/// what Lambda collects; what a handler prints as an error stays on the error output, which it collects too.
/// </summary>
internal sealed class FunctionLog(LogSettings settings, Stream output, TimeProvider time, Stream? errors = null)
{
    private readonly Lock _writing = new();
    private string _requestId = "";
    private string? _traceId;

    /// <summary>From now on, what is logged belongs to this invocation.</summary>
    public void Follow(string requestId, string? traceId) => (_requestId, _traceId) = (requestId, traceId);

    public void Write(LogEntry entry) => Write(entry, output);

    /// <summary>As <see cref="Write(LogEntry)"/>, to the error output.</summary>
    public void WriteError(LogEntry entry) => Write(entry, errors ?? output);

    private void Write(LogEntry entry, Stream target)
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
        WriteLine(line, target);
    }

    /// <summary>Writes in one piece, since other processes of the environment may share the output.</summary>
    private void WriteLine(string line, Stream target)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_writing)
        {
            target.Write(bytes);
            target.Flush();
        }
    }
}
