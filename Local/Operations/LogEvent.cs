namespace Lexicon.Local.Operations;

/// <summary>One event of a log stream.</summary>
internal sealed record LogEvent(DateTimeOffset Time, string Stream, string Message);
