namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The form of a log line.</summary>
internal enum LogFormat
{
    /// <summary>Time, request id, level and message, with tabs between.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>The message alone.</summary>
    Unformatted,
}
