namespace Amazon.Lambda.Core;

/// <summary>How much a log message matters, the least first.</summary>
public enum LogLevel
{
    /// <summary>Every step, for following one invocation.</summary>
    Trace = 0,

    /// <summary>What helps while developing.</summary>
    Debug = 1,

    /// <summary>The normal course of events.</summary>
    Information = 2,

    /// <summary>Unexpected, and dealt with.</summary>
    Warning = 3,

    /// <summary>This invocation failed.</summary>
    Error = 4,

    /// <summary>The function cannot go on.</summary>
    Critical = 5,
}
