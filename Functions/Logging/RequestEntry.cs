using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Logging;

/// <summary>What is told of a request, whatever came of it. Nothing in it is what a reader wrote.</summary>
internal sealed record RequestEntry
{
    public required string Operation { get; init; }

    /// <summary>Lambda's id of the invocation.</summary>
    public required string RequestId { get; init; }

    /// <summary>API Gateway's id of the request, the one that a problem tells.</summary>
    public string? ApiRequestId { get; init; }

    /// <summary>X-Ray's id of the trace.</summary>
    public string? TraceId { get; init; }

    /// <summary>The reader; only a hash of it is written.</summary>
    public string? Reader { get; init; }

    public required int Status { get; init; }

    /// <summary>The kind of problem that was answered, by its name.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it is the first request of this process.</summary>
    public required bool IsColdStart { get; init; }

    public required TimeSpan Duration { get; init; }

    public required Usage Usage { get; init; }

    /// <summary>What went wrong, if it was not expected.</summary>
    public Exception? Fault { get; init; }
}
