using Lexicon.Local.Lambda.RuntimeApi;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>An invocation that waits for its answer.</summary>
internal sealed class InvocationRequest
{
    private readonly TaskCompletionSource<InvokeResponse> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public required string RequestId { get; init; }

    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The ARN as the caller named it, alias included.</summary>
    public required string InvokedArn { get; init; }

    public required TraceHeader Trace { get; init; }

    /// <summary>JSON, no longer base64.</summary>
    public string? ClientContext { get; init; }

    /// <summary>Whether the caller wants the end of the log, and so waits until it is written.</summary>
    public bool WantsLog { get; init; }

    /// <summary>The answer.</summary>
    public Task<InvokeResponse> Reply => _reply.Task;

    /// <summary>Answers, unless that has been done.</summary>
    public void Answer(InvokeResponse result) => _reply.TrySetResult(result);

    /// <summary>Ends the wait with an exception.</summary>
    public void Fail(Exception failure) => _reply.TrySetException(failure);

    /// <summary>The invocation as the runtime gets it.</summary>
    public RuntimeEvent ToEvent(DateTimeOffset deadline) =>
        new(RequestId, Payload, deadline, InvokedArn, Trace.ToString(), ClientContext);
}
