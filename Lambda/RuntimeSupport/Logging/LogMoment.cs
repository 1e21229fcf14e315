namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>When and in which invocation something was logged; the ids are empty between invocations.</summary>
internal readonly record struct LogMoment(DateTimeOffset Time, string RequestId, string? TraceId)
{
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
}
