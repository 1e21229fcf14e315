namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>The status of a call of the runtime.</summary>
internal enum CallStatus
{
    /// <summary>202.</summary>
    Accepted,

    /// <summary>400: it names no invocation that runs.</summary>
    InvalidRequestId,

    /// <summary>403: the state of the runtime does not allow it.</summary>
    InvalidState,
}
