namespace Lexicon.Local.CloudWatchLogs.Reading;

/// <summary>An event of a function's log.</summary>
/// <param name="Function">The function's short name.</param>
/// <param name="Time">When.</param>
/// <param name="Message">What.</param>
internal sealed record FunctionEvent(string Function, DateTimeOffset Time, string Message);
