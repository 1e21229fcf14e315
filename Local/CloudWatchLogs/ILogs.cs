namespace Lexicon.Local.CloudWatchLogs;

/// <summary>CloudWatch Logs: groups, streams and events, kept as files below the data folder.</summary>
internal interface ILogs
{
    /// <summary>Appends one event; group and stream are created when they are not there.</summary>
    /// <param name="group">Such as <c>/aws/lambda/NAME</c>.</param>
    /// <param name="stream">Such as <c>2026/11/22/[$LATEST]0123456789abcdef0123456789abcdef</c>.</param>
    /// <param name="message">One event, without its line end.</param>
    void Write(string group, string stream, string message);

    /// <summary>The file that holds a stream, for a person to open.</summary>
    string FileOf(string group, string stream);

    /// <summary>The last events of a group, oldest first.</summary>
    IReadOnlyList<LogEvent> Tail(string group, int count);
}
