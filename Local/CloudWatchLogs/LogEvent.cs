namespace Lexicon.Local.CloudWatchLogs;

/// <summary>One event of a log stream.</summary>
internal sealed record LogEvent(DateTimeOffset Time, string Stream, string Message);
