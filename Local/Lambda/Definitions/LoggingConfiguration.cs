using Lexicon.Local.Lambda.SystemLogs;

namespace Lexicon.Local.Lambda.Definitions;

/// <summary>Where a function's logs go and what they look like.</summary>
/// <param name="Group">The log group.</param>
/// <param name="IsOwnGroup">Whether the group is the function's own, <c>/aws/lambda/NAME</c>, so streams need not name it.</param>
internal sealed record LoggingConfiguration(string Group, bool IsOwnGroup)
{
    /// <summary>Whether the format is <c>JSON</c> and not <c>Text</c>.</summary>
    public bool Json { get; init; }

    /// <summary>With JSON: the least level of the function's own events that are kept.</summary>
    public LogLevel ApplicationLevel { get; init; } = LogLevel.Info;

    /// <summary>With JSON: the least level of Lambda's events that are kept.</summary>
    public LogLevel SystemLevel { get; init; } = LogLevel.Info;
}
