namespace Lexicon.Local.Lambda.SystemLogs;

/// <summary>The log events that Lambda itself writes, in one of the two formats. Null: there is no event.</summary>
internal interface ISystemLog
{
    /// <summary>The init phase begins.</summary>
    string? InitStart();

    /// <summary>The init phase has ended; only failures are of interest.</summary>
    string? InitReport(InitReport report);

    /// <summary>An invocation begins.</summary>
    string? Start(string requestId);

    /// <summary>Why an invocation failed.</summary>
    string? Failure(string requestId, InvocationFailure failure);

    /// <summary>The runtime is done with an invocation.</summary>
    string? End(InvocationReport report);

    /// <summary>The figures of an invocation.</summary>
    string? Report(InvocationReport report);

    /// <summary>Whether a line that the function wrote is kept.</summary>
    bool Keeps(string line);
}
