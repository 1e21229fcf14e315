namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>Why a record of an event is sent (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).</summary>
internal enum EventCondition
{
    /// <summary>The function has handled it.</summary>
    Success,

    /// <summary>The function failed as often as it may.</summary>
    RetriesExhausted,

    /// <summary>It has become too old.</summary>
    EventAgeExceeded,

    /// <summary>The function has a reserved concurrency of zero.</summary>
    ZeroReservedConcurrency,
}
