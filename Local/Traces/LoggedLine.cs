namespace Lexicon.Local.Traces;

/// <summary>A line of a log, as a query sees it: a row of <c>logs</c>.</summary>
/// <param name="Group">The log group.</param>
/// <param name="Stream">The log stream.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Message">What was written.</param>
internal sealed record LoggedLine(string Group, string Stream, DateTimeOffset Time, string Message);
