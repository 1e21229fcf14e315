using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.RuntimeApi;

namespace Lexicon.Local.Lambda;

/// <summary>
/// One invocation, from the pipeline to the function's process and back: what the function gets, and the three moments that
/// somebody waits for. They come in this order: the runtime responds, the runtime is done, the caller gets its response; the last
/// two change places when a runtime works on after its response.
/// </summary>
internal sealed class Invocation
{
    private readonly TaskCompletionSource<FunctionResponse?> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InvokeResponse> _returned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What runs.</summary>
    public required FunctionVersion Version { get; init; }

    /// <summary><c>Lambda-Runtime-Aws-Request-Id</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>The event.</summary>
    public required ReadOnlyMemory<byte> Event { get; init; }

    /// <summary><c>Lambda-Runtime-Invoked-Function-Arn</c>: as the caller named it, alias included.</summary>
    public required string InvokedArn { get; init; }

    /// <summary><c>Lambda-Runtime-Trace-Id</c>.</summary>
    public required TraceHeader Trace { get; init; }

    /// <summary><c>Lambda-Runtime-Client-Context</c>: JSON, no longer base64.</summary>
    public string? ClientContext { get; init; }

    /// <summary>Whether the caller wants the end of the log, and so waits until it is written.</summary>
    public bool WantsLog { get; init; }

    /// <summary><c>Lambda-Runtime-Deadline-Ms</c>: known when an environment takes the invocation.</summary>
    public DateTimeOffset Deadline { get; set; }

    /// <summary>What the runtime responded; null when it ended without a response.</summary>
    public Task<FunctionResponse?> Response => _response.Task;

    /// <summary>The end of the invoke phase: true when the runtime asked for the next invocation, false when it ended.</summary>
    public Task<bool> Completed => _completed.Task;

    /// <summary>What the caller gets.</summary>
    public Task<InvokeResponse> Returned => _returned.Task;

    /// <summary>Completes <see cref="Response"/>.</summary>
    public void Respond(FunctionResponse? response) => _response.TrySetResult(response);

    /// <summary>Completes <see cref="Completed"/>.</summary>
    public void Complete(bool ready) => _completed.TrySetResult(ready);

    /// <summary>Completes <see cref="Returned"/>, unless that has been done.</summary>
    public void Return(InvokeResponse response) => _returned.TrySetResult(response);

    /// <summary>Ends the caller's wait with an exception.</summary>
    public void Fail(Exception failure) => _returned.TrySetException(failure);

    /// <summary>A response of the runtime as the caller gets it.</summary>
    public InvokeResponse ToInvokeResponse(FunctionResponse response, string logTail = "") => new()
    {
        RequestId = RequestId,
        Payload = response.Payload,
        FunctionError = response.ErrorType is null ? null : "Unhandled",
        ExecutedVersion = Version.Version,
        LogTail = logTail,
    };
}
