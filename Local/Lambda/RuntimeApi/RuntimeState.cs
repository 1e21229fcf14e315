namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>The state of a runtime in its conversation with the Runtime API.</summary>
internal enum RuntimeState
{
    /// <summary>The process runs and has not asked for its first invocation.</summary>
    Started,

    /// <summary>It has reported that it cannot initialize.</summary>
    InitError,

    /// <summary>It waits for an invocation.</summary>
    Ready,

    /// <summary>It works on one.</summary>
    Running,

    /// <summary>It has responded and not yet asked for the next one.</summary>
    ResponseSent,

    /// <summary>Its process has ended.</summary>
    Ended,
}
